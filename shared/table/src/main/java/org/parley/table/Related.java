package org.parley.table;

import org.jspecify.annotations.Nullable;

/**
 * Something else that a row has to do with.
 *
 * @param relation how
 * @param developmentId the entry of the trail; null for a row of the file
 * @param number the position of the entry, 0 while it is not known; or the line of the row
 * @param detail the ledger's words; empty where it has none
 */
public record Related(Relation relation, @Nullable String developmentId, long number, String detail) {

    /** What a row may have to do with something else. */
    public enum Relation {
        ALREADY("already"),
        SIMILAR("similar"),
        SIMILAR_ROW("similarRow"),
        SAME_ROW("sameRow"),
        CLASH("clash"),
        AFTER_REFUSED("afterRefused"),
        OTHER("");

        private final String key;

        Relation(String key) {
            this.key = key;
        }
    }

    /** The sentence about it. */
    public Message message() {
        if (relation == Relation.OTHER) {
            return Message.said(detail);
        }
        return number == 0 ? Message.of("related." + relation.key) : Message.of("related." + relation.key + "At", number);
    }

    Related at(long position) {
        return new Related(relation, developmentId, position, detail);
    }
}
