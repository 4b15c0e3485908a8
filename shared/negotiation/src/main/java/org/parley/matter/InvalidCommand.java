package org.parley.matter;

/** A command that can be read but makes no sense in itself, whatever the history. */
public final class InvalidCommand extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer the JSON pointer to what is wrong, such as {@code /between}
     * @param detail what is wrong with it, for the editor
     */
    public InvalidCommand(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
