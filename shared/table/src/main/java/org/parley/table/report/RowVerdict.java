package org.parley.table.report;

/** The result of a row. */
public enum RowVerdict {
    /** It can be recorded. */
    READY,
    /** An earlier row of the file has the same content. */
    SAME_ROW,
    /** This row is already recorded. */
    ALREADY_RECORDED,
    /** A similar development is already recorded. */
    SIMILAR,
    /** It was recorded. */
    RECORDED,
    /** It cannot be recorded without a change. */
    REFUSED;

    /** Whether the editor must confirm it, because it may be a duplicate. */
    public boolean isAsked() {
        return this == SAME_ROW || this == ALREADY_RECORDED || this == SIMILAR;
    }

    /** Whether it can be recorded, if necessary after the editor's confirmation. */
    public boolean isRecordable() {
        return this == READY || isAsked();
    }
}
