package org.parley.domain.matter;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyMentions;
import org.parley.domain.party.PartyMentions.Mention;
import org.parley.domain.time.Edtf;

/**
 * A development: something that happened in the world, with its date and evidence, as an editor entered it. Who
 * recorded it and when is in the entry.
 *
 * @param event the event
 * @param occurred when it happened; null counts as before everything
 * @param title the title that it gives the matter, or null
 * @param evidence its evidence; null only if the command needs none
 * @param note the editor's free text, at most {@value #NOTE_MAX} characters
 * @param voices the acting parties that were voices, as known when it was recorded
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
    public static final int NOTE_MAX = 20_000;

    /** The longest title, in characters. */
    public static final int TITLE_MAX = 500;

    public Development {
        voices = List.copyOf(voices);
    }

    /** A development without embargo. */
    public Development(
            Event event,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note,
            List<PartyCode> voices) {
        this(event, occurred, title, evidence, note, voices, null);
    }

    /** The same development with this embargo; null for none. */
    public Development withEmbargo(@Nullable Embargo recordedUnder) {
        return Objects.equals(embargo, recordedUnder)
                ? this
                : new Development(event, occurred, title, evidence, note, voices, recordedUnder);
    }

    /**
     * The first instant at which it may have happened, which decides its place in valid-time order; {@link Instant#MIN}
     * without a date.
     */
    public Instant start() {
        return occurred == null ? Instant.MIN : occurred.start();
    }

    /** The last instant at which it may have happened; {@link Instant#MIN} without a date. */
    public Instant end() {
        return occurred == null ? Instant.MIN : occurred.end();
    }

    /** All parties that the event names. */
    public Parties mentioned() {
        return event.mentioned();
    }

    /** The actors that are not voices. */
    public Parties withoutVoices(@Nullable Actors actors) {
        return Parties.of(actors).without(voices);
    }

    /** Whether all its actors are voices. */
    public boolean isOnlyVoices() {
        return !voices.isEmpty()
                && PartyMentions.in((Record) event).stream()
                        .filter(Mention::isActing)
                        .allMatch(mention -> voices.contains(mention.party()));
    }
}
