package org.parley.table;

/** What becomes of a row. */
public enum Verdict {
    /** It can be recorded. */
    READY,
    /** It says exactly what an earlier row of the file says. */
    SAME_ROW,
    /** This very row is recorded already. */
    ALREADY_RECORDED,
    /** Something like it is recorded already. */
    SIMILAR,
    /** It is recorded now. */
    RECORDED,
    /** It cannot be recorded as it is. */
    REFUSED;

    /** Whether it is recorded only if the editor says so, lest something is recorded twice. */
    public boolean isAsked() {
        return this == SAME_ROW || this == ALREADY_RECORDED || this == SIMILAR;
    }

    /** Whether nothing but the editor's word keeps it from being recorded. */
    public boolean isRecordable() {
        return this == READY || isAsked();
    }
}
