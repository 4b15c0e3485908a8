package org.parley.domain.time;

import org.parley.domain.language.BilingualText;

/** Thrown for a text that is not a date of Parley's profile of EDTF. The message lists the valid forms. */
public final class InvalidDateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient BilingualText description;

    InvalidDateException(String text, Throwable cause) {
        this(describe(text), cause);
    }

    private InvalidDateException(BilingualText description, Throwable cause) {
        super(description.english(), cause);
        this.description = description;
    }

    /** The message in both languages. */
    public BilingualText description() {
        return description;
    }

    private static BilingualText describe(String text) {
        String given = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return new BilingualText(
                "'" + given + "' is not a date Parley takes: write 2025-08-15, 2025-02, 2022,"
                        + " 2025-08-18T13:00-04:00, 2025-08-18~ (approximate), 2025-08? (uncertain),"
                        + " 2025-08-20/2025-08-26 (once within) or 2025-08-18T13:00Z/2025-08-18T17:30Z (once within)",
                "«" + given + "» no es una fecha que Parley admita: escriba 2025-08-15, 2025-02, 2022,"
                        + " 2025-08-18T13:00-04:00, 2025-08-18~ (aproximada), 2025-08? (incierta),"
                        + " 2025-08-20/2025-08-26 (una vez dentro de ese plazo) o"
                        + " 2025-08-18T13:00Z/2025-08-18T17:30Z (una vez dentro de ese plazo)");
    }
}
