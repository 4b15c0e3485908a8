package org.parley.table.cell;

/** How the cells of a field are read. */
public enum CellType {
    TEXT,
    DATE,
    NUMBER,
    FLAG,
    /** True, or the date at whose end the embargo ends. */
    EMBARGO,
    CHOICE,
    GRADE,
    SHORT_NAME,
    ACTORS,
    /** A party that is already admitted. */
    PARTY,
    /** The code of a party that this command admits. */
    NEW_PARTY,
    /** Several parties, without persons. */
    PARTIES,
    /** What several parties hand over: {@code RUS: 390 prisoners of war; UKR: at least 300 prisoners of war}. */
    HANDOVERS,
    /** Several texts, such as references to matters. */
    LIST,
    /** A single source of the command, from the columns of the first source. */
    SOURCE,
    /** A nested structure, which does not fit into a cell. */
    NESTED
}
