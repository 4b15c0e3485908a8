package org.parley.archive.proof;

/** Whether the live trees contain only records with a valid seal: no others are signed. */
public interface TreeSealStatus {
    /** False while trees of an earlier version answer, which accepted every record. */
    boolean isSealed();
}
