package org.parley.domain.matter;

import org.parley.domain.language.BilingualText;

/** Thrown for a command that is well-formed but invalid, whatever the history. */
public final class InvalidCommandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient BilingualText description;

    /**
     * @param pointer the JSON pointer to the fault, such as {@code /between}
     * @param english a description of the fault, for the editor
     * @param spanish the same in Spanish
     */
    public InvalidCommandException(String pointer, String english, String spanish) {
        super(english);
        this.pointer = pointer;
        this.description = new BilingualText(english, spanish);
    }

    /** The description of the fault in both languages. */
    public BilingualText description() {
        return description;
    }

    public String pointer() {
        return pointer;
    }
}
