package org.parley.domain.matter;

/** Thrown for a command that is well-formed but invalid, whatever the history. */
public final class InvalidCommandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer the JSON pointer to the fault, such as {@code /between}
     * @param detail a description of the fault, for the editor
     */
    public InvalidCommandException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
