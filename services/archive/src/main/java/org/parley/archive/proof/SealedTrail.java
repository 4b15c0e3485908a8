package org.parley.archive.proof;

/** Tells whether the trees that answer are made of records with a right seal alone: no other is signed. */
public interface SealedTrail {
    /** False while trees of an earlier version answer, which believed every record. */
    boolean isSealed();
}
