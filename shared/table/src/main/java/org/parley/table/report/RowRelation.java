package org.parley.table.report;

import org.jspecify.annotations.Nullable;
import org.parley.table.message.ImportMessage;

/**
 * A relation of a row to an entry of the trail or to another row of the file.
 *
 * @param relation the kind of relation
 * @param developmentId the entry; null for a row of the file
 * @param number the position of the entry, 0 while unknown; or the line of the row
 * @param standing the current standing of the entry, such as {@code RETRACTED}; empty while unknown
 * @param detail the message of the ledger; empty when there is none
 */
public record RowRelation(
        Relation relation, @Nullable String developmentId, long number, String standing, String detail) {

    public RowRelation(Relation relation, @Nullable String developmentId, long number, String detail) {
        this(relation, developmentId, number, "", detail);
    }

    /**
     * An entry of the trail.
     *
     * @param position its position in the trail
     * @param standing its current standing, such as {@code EFFECTIVE} or {@code RETRACTED}
     */
    public record KnownEntry(long position, String standing) {}

    /** The kinds of relation. */
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

    /** The message about the relation. */
    public ImportMessage message() {
        if (relation == Relation.OTHER) {
            return ImportMessage.ofLedger(detail);
        }
        if (number == 0) {
            return ImportMessage.of("related." + relation.key);
        }
        String since = relation != Relation.ALREADY
                ? ""
                : switch (standing) {
                    case "RETRACTED" -> "Retracted";
                    case "CORRECTED" -> "Corrected";
                    default -> "";
                };
        return ImportMessage.of("related." + relation.key + since + "At", number);
    }

    RowRelation withEntry(KnownEntry entry) {
        return new RowRelation(relation, developmentId, entry.position(), entry.standing(), detail);
    }
}
