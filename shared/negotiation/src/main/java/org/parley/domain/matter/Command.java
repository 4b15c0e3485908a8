package org.parley.domain.matter;

/** A command: the request to record a development of a matter. Each kind has its own sealed interface. */
public interface Command {
    /** The name of the command, as in the API: {@code RejectCeasefire}. No command has a field of this name. */
    default String type() {
        return getClass().getSimpleName();
    }
}
