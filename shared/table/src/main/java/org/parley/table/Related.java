package org.parley.table;

import org.jspecify.annotations.Nullable;

/**
 * Something else that a row has to do with.
 *
 * @param relation how
 * @param developmentId the entry of the trail; null for a row of the file
 * @param number the position of the entry, 0 while it is not known; or the line of the row
 * @param standing how the entry stands now, such as {@code RETRACTED}; empty while that is not known
 * @param detail the ledger's words; empty where it has none
 */
public record Related(
        Relation relation, @Nullable String developmentId, long number, String standing, String detail) {

    Related(Relation relation, @Nullable String developmentId, long number, String detail) {
        this(relation, developmentId, number, "", detail);
    }

    /**
     * An entry of the trail.
     *
     * @param standing how it stands now, such as {@code EFFECTIVE} or {@code RETRACTED}
     */
    public record KnownEntry(long position, String standing) {}

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
        if (number == 0) {
            return Message.of("related." + relation.key);
        }
        String since = relation != Relation.ALREADY
                ? ""
                : switch (standing) {
                    case "RETRACTED" -> "Retracted";
                    case "CORRECTED" -> "Corrected";
                    default -> "";
                };
        return Message.of("related." + relation.key + since + "At", number);
    }

    Related at(KnownEntry entry) {
        return new Related(relation, developmentId, entry.position(), entry.standing(), detail);
    }
}
