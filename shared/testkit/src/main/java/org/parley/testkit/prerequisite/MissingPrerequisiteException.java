package org.parley.testkit.prerequisite;

/** Something that a test needs is not on this machine. */
public final class MissingPrerequisiteException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingPrerequisiteException(String message) {
        super(message);
    }
}
