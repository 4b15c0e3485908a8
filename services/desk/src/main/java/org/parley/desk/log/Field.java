package org.parley.desk.log;

import java.util.List;

/**
 * A field of a command's form.
 *
 * @param name as in the contract
 * @param input how it is filled in
 * @param required whether the command needs it
 * @param options the values to choose from, where there are some
 */
public record Field(String name, Input input, boolean required, List<String> options) {

    /** How a field is filled in. */
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
        MATTERS,
        SOURCE,
        GRADE
    }
}
