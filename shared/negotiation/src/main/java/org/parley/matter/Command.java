package org.parley.matter;

/** What an editor asks the ledger to record of a matter; each kind has a sealed interface of its own. */
public interface Command {
    /** The command's name, as editors and the API write it: {@code RejectCeasefire}. No command has such a field. */
    default String type() {
        return getClass().getSimpleName();
    }
}
