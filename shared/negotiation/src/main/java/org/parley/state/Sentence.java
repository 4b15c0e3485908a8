package org.parley.state;

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

/** Says an entry of the trail in one English sentence, with the names in use when it was recorded. */
public final class Sentence {
    /**
     * So many editorial events are told within one another, such as the retraction of a retraction; what lies deeper is told
     * by its id. So a sentence is of bounded length however long a chain of retractions is.
     */
    static final int NESTED_MAX = 4;

    private final Context known;
    private final MatterAddress matter;

    private Sentence(Context known, MatterAddress matter) {
        this.known = known;
        this.matter = matter;
    }

    /** What a sentence needs to know besides its entry, as it was when the entry had been recorded. */
    public interface Context {
        /** How a party was last called; its code when it was never admitted. */
        String partyName(PartyCode code);

        /** How a matter was last called; its slug when it has no title. */
        String title(MatterAddress matter);

        /** What was recorded of a matter under an id. */
        Optional<Entry> entry(MatterAddress matter, UUID id);

        /** The state of a matter after a development; empty where that does not hold or is not known. */
        default Optional<MatterState> stateAfter(MatterAddress matter, UUID development) {
            return Optional.empty();
        }
    }

    /** The sentence. */
    public static String of(Context known, Entry entry) {
        return new Sentence(known, entry.matter()).say(entry);
    }

    private String say(Entry entry) {
        String said = clause(entry.development(), NESTED_MAX, entry.developmentId());
        return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    private String clause(Development development, int nested) {
        return clause(development, nested, null);
    }

    /**
     * A development as a clause.
     *
     * @param id its id where it is what the sentence is about; null where it is only mentioned
     */
    private String clause(Development development, int nested, @Nullable UUID id) {
        if (development.event() instanceof EditorialEvent editorial) {
            String replacement =
                    editorial instanceof DevelopmentCorrected correction ? clause(correction.replacement(), 0) : "";
            return EditorialWording.clause(editorial, names(null), clauseOf(editorial.target(), nested), replacement);
        }
        String what = Catalogue.type(matter.kind()).clause(development.event(), names(id));
        return development.occurred() == null ? what : DateWords.when(development.occurred()) + ", " + what;
    }

    private String clauseOf(UUID target, int nested) {
        return known.entry(matter, target)
                .filter(entry -> nested > 0 || !(entry.event() instanceof EditorialEvent))
                .map(entry -> clause(entry.development(), nested - 1))
                .orElse("has the id " + target);
    }

    private Names names(@Nullable UUID id) {
        return new Names() {
            @Override
            public String party(PartyCode code) {
                return known.partyName(code);
            }

            @Override
            public String matter() {
                return known.title(matter);
            }

            @Override
            public <D extends Detail> Optional<D> known(Class<D> type) {
                return id == null
                        ? Optional.empty()
                        : known.stateAfter(matter, id).map(MatterState::detail).map(type::cast);
            }
        };
    }
}
