package org.parley.testkit.prerequisite;

/** A prerequisite of a test is missing on this machine. */
public final class MissingPrerequisiteException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MissingPrerequisiteException(String message) {
        super(message);
    }
}
