package org.parley.state;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.editorial.EditorialWording;
import org.parley.history.Entry;
import org.parley.matter.Detail;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.matter.Names;
import org.parley.party.PartyCode;
import org.parley.time.DateWords;
import org.parley.time.Edtf;

/**
 * Says an entry of the trail in one English sentence. Parties and matters are called by the names that were in use when the
 * thing happened, as known; where it has no date, by those before everything, and in an editorial event by those of the
 * moment at which it was recorded.
 */
public final class Sentence {
    /**
     * So many editorial events are told within one another, such as the retraction of a retraction; what lies deeper is told
     * by its id. So a sentence is of bounded length however long a chain of retractions is.
     */
    public static final int NESTED_MAX = 4;

    private final Context known;
    private final MatterAddress matter;

    private Sentence(Context known, MatterAddress matter) {
        this.known = known;
        this.matter = matter;
    }

    /** What a sentence needs to know besides its entry, as known at some moment. */
    public interface Context {
        /** How a party was called at an instant of the world's time; its code when no name of it is known. */
        String partyName(PartyCode code, Instant world);

        /**
         * How a party is called in an admission that recorded this name: by it while it is one of the party's names, and where
         * no name is known; else, since it was corrected, as the party was called then.
         */
        String admittedName(PartyCode code, String recorded, Instant world);

        /** Whether a party was called otherwise until an instant of the world's time. */
        boolean isRenamed(PartyCode code, String name, Instant world);

        /** How a matter was called at an instant of the world's time; its slug when it has no title. */
        String title(MatterAddress matter, Instant world);

        /** What was recorded of a matter under an id. */
        Optional<Entry> entry(MatterAddress matter, UUID id);

        /** The state of a matter after what an entry tells; empty where that does not hold, or is not known. */
        default Optional<MatterState> stateAfter(Entry entry) {
            return Optional.empty();
        }
    }

    /** The sentence. */
    public static String of(Context known, Entry entry) {
        String said = new Sentence(known, entry.matter()).clause(entry, NESTED_MAX, entry);
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    /**
     * An entry as a clause.
     *
     * @param about the entry that the sentence is about; null in what it only mentions
     */
    private String clause(Entry entry, int nested, @Nullable Entry about) {
        if (entry.event() instanceof EditorialEvent editorial) {
            Edtf occurred = entry.development().occurred();
            Names names = names(occurred == null ? entry.recordedAt() : occurred.start(), null);
            String replacement =
                    editorial instanceof DevelopmentCorrected correction ? clause(correction.replacement(), null) : "";
            return EditorialWording.clause(editorial, names, clauseOf(editorial.target(), nested), replacement);
        }
        return clause(entry.development(), about);
    }

    private String clause(Development development, @Nullable Entry about) {
        String what = Catalogue.type(matter.kind()).clause(development.event(), names(development.start(), about));
        return development.occurred() == null ? what : DateWords.when(development.occurred()) + ", " + what;
    }

    private String clauseOf(UUID target, int nested) {
        return known.entry(matter, target)
                .filter(entry -> nested > 0 || !(entry.event() instanceof EditorialEvent))
                .map(entry -> clause(entry, nested - 1, null))
                .orElse("has the id " + target);
    }

    private Names names(Instant world, @Nullable Entry about) {
        return new Names() {
            @Override
            public String party(PartyCode code) {
                return known.partyName(code, world);
            }

            @Override
            public String admitted(PartyCode code, String recorded) {
                return known.admittedName(code, recorded, world);
            }

            @Override
            public boolean isRenamed(PartyCode code, String name) {
                return known.isRenamed(code, name, world);
            }

            @Override
            public String matter() {
                return known.title(matter, world);
            }

            @Override
            public <D extends Detail> Optional<D> known(Class<D> type) {
                return about == null
                        ? Optional.empty()
                        : known.stateAfter(about).map(MatterState::detail).map(type::cast);
            }
        };
    }
}
