package org.parley.matter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.evidence.Evidence;
import org.parley.party.Actors;
import org.parley.party.Mentions;
import org.parley.party.Parties;
import org.parley.party.PartyCode;
import org.parley.time.Edtf;

/**
 * One thing that happened, as an editor tells it: everything that is published of it apart from who recorded it when.
 *
 * @param event what happened
 * @param occurred when it happened in the world; null stands before everything
 * @param title how the matter is called, where this development gives it a name
 * @param evidence its sources; null only where none is needed
 * @param note the editor's free text, at most {@value #NOTE_MAX} characters
 * @param voices those of the acting parties that were voices when it was logged
 * @param embargo the embargo that it was recorded under, or null
 */
public record Development(
        Event event,
        @Nullable Edtf occurred,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable String note,
        List<PartyCode> voices,
        @Nullable Embargo embargo) {
    /** The longest note, and the longest text of any other field, in characters. */
    public static final int NOTE_MAX = 4_000;

    /** The longest title, in characters. */
    public static final int TITLE_MAX = 300;

    public Development {
        voices = List.copyOf(voices);
    }

    /** A development that was not recorded under embargo. */
    public Development(
            Event event,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note,
            List<PartyCode> voices) {
        this(event, occurred, title, evidence, note, voices, null);
    }

    /** The same, recorded under this embargo; under none where it is null. */
    public Development under(@Nullable Embargo recordedUnder) {
        return Objects.equals(embargo, recordedUnder)
                ? this
                : new Development(event, occurred, title, evidence, note, voices, recordedUnder);
    }

    /** When it begins in the world: what decides its place in a history. */
    public Instant start() {
        return occurred == null ? Instant.MIN : occurred.start();
    }

    /** When it is over for certain. */
    public Instant end() {
        return occurred == null ? Instant.MIN : occurred.end();
    }

    /** Every party that it names. */
    public Parties mentioned() {
        return event.mentioned();
    }

    /** Those of the actors that sit at the table. */
    public Parties atTheTable(@Nullable Actors actors) {
        return Parties.of(actors).without(voices);
    }

    /** Whether nobody but voices acts in it. */
    public boolean isOnlyVoices() {
        return !voices.isEmpty()
                && Mentions.in((Record) event).stream()
                        .filter(mention -> mention.field().equals("by"))
                        .allMatch(mention -> voices.contains(mention.party()));
    }
}
