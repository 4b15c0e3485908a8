package org.parley.archive.proof;

/** Whether the live trees contain only records with a valid seal: no others are signed. */
public interface TreeSealStatus {
    /** False while the live trees are of an earlier version, which accepted every record. */
    boolean isSealed();
}
