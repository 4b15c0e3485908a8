package org.parley.domain.time;

/** Thrown for a text that is not a date of Parley's profile of EDTF. The message lists the valid forms. */
public final class InvalidDateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidDateException(String text, Throwable cause) {
        super(
                "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                        + "' is not a date Parley takes: write 2025-08-15, 2025-02, 2022, 2025-08-18T13:00-04:00,"
                        + " 2025-08-18~ (approximate), 2025-08? (uncertain), 2025-08-20/2025-08-26 (once"
                        + " within) or 2025-08-18T13:00Z/2025-08-18T17:30Z (once within)",
                cause);
    }
}
