package org.parley.table;

/** How the cells of a field are read. */
enum CellType {
    TEXT,
    DATE,
    NUMBER,
    FLAG,
    /** True, or the date that an embargo lasts to. */
    EMBARGO,
    CHOICE,
    GRADE,
    SHORT_NAME,
    ACTORS,
    /** A party that is admitted already. */
    PARTY,
    /** The code of a party that this command admits. */
    NEW_PARTY,
    /** Several parties, without persons. */
    PARTIES,
    /** Several texts: matters. */
    LIST,
    /** A source of the command's own: the columns of the first source. */
    SOURCE,
    /** What does not fit into a cell. */
    NESTED
}
