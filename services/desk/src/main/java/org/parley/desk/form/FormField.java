package org.parley.desk.form;

import java.util.List;

/**
 * A field of a command's form.
 *
 * @param name the field's name in the API
 * @param input the kind of form input
 * @param required whether the command requires it
 * @param options the values to choose from; empty for other inputs
 */
public record FormField(String name, Input input, boolean required, List<String> options) {

    /** The kind of form input. A {@code REFERENCE} is the short name of something that exists. */
    public enum Input {
        LINE,
        TEXT,
        NUMBER,
        FLAG,
        CHOICE,
        DISPUTE,
        DATE,
        ACTORS,
        PARTY,
        CODE,
        SLUG,
        REFERENCE,
        MATTERS,
        HANDOVERS,
        SOURCE,
        GRADE
    }
}
