package org.parley.domain.state;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialWording;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.DirectionIsolate;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SourceAttribution;

/**
 * Renders an entry of the trail as one sentence. It uses the names of parties and matters at the time of the
 * development, as known; for a development without a date the first names, for an editorial event those at its time of
 * recording. A development whose grade says no more than that somebody reports it reads as their report.
 */
public final class EntrySentence {
    /**
     * How many entries lead from an editorial event to the development that its sentence tells, through retractions of
     * corrections and the like. What is further away is named by its id, so that the length of a sentence is bounded.
     */
    public static final int NESTED_MAX = 4;

    private final Context known;
    private final MatterAddress matter;
    private final Language language;

    private EntrySentence(Context known, MatterAddress matter, Language language) {
        this.known = known;
        this.matter = matter;
        this.language = language;
    }

    /** What a sentence needs besides its entry, as known at some instant. */
    public interface Context {
        /** The name of a party at an instant in valid time; its code if no name is known. */
        String partyName(PartyCode code, Instant world);

        /**
         * The name of a party in the sentence of an admission that recorded a name: that name if it is one of the
         * party's names or no name is known, otherwise (it was corrected) the name of the party at that instant.
         */
        String admittedName(PartyCode code, String recorded, Instant world);

        /** Whether a party had another name until an instant of valid time. */
        boolean isRenamed(PartyCode code, String name, Instant world);

        /** The title of a matter at an instant of valid time; its slug if it has none. */
        String title(MatterAddress matter, Instant world);

        /** The entry of a matter with this id. */
        Optional<LedgerEntry> entry(MatterAddress matter, UUID id);

        /** The grade that an editor gave to an entry after it was recorded; empty if nobody did, or if it is not known. */
        default Optional<Grade> grade(LedgerEntry entry) {
            return Optional.empty();
        }

        /** The state of a matter after an entry; empty if the entry is not effective or the state is not known. */
        default Optional<MatterState> stateAfter(LedgerEntry entry) {
            return Optional.empty();
        }
    }

    /** The sentence of an entry in English. */
    public static String of(Context known, LedgerEntry entry) {
        return of(known, entry, Language.ENGLISH);
    }

    /** The sentence of an entry. */
    public static String of(Context known, LedgerEntry entry, Language language) {
        String clause = new EntrySentence(known, entry.matter(), language).clause(entry);
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + (isEnded(clause) ? "" : ".");
    }

    /** A recorded text at the end may be a question: it keeps its own mark. */
    private static boolean isEnded(String clause) {
        return clause.endsWith("?") || clause.endsWith("!") || clause.endsWith("…");
    }

    private String clause(LedgerEntry entry) {
        if (entry.event() instanceof EditorialEvent editorial) {
            Edtf occurred = entry.development().occurred();
            SentenceNames names = names(occurred == null ? entry.recordedAt() : occurred.start(), null);
            String replacement =
                    editorial instanceof DevelopmentCorrected correction ? clause(correction.replacement(), null) : "";
            return EditorialWording.clause(editorial, names, noun(editorial.target(), NESTED_MAX), replacement);
        }
        return clause(entry.development(), entry);
    }

    private String clause(Development development, @Nullable LedgerEntry about) {
        String what =
                DomainCatalogue.type(matter.kind()).clause(development.event(), names(development.start(), about));
        String attribution = about == null ? "" : attribution(about);
        if (development.occurred() == null) {
            return attribution + what;
        }
        // Within a Spanish sentence, a comma between "que" and the clause would be wrong.
        String comma = language == Language.SPANISH && about == null ? " " : ", ";
        return DateText.withPreposition(development.occurred(), language) + comma + attribution + what;
    }

    /** A clause about another entry needs none: it follows "the report that". */
    private String attribution(LedgerEntry about) {
        Evidence evidence = about.development().evidence();
        return evidence == null
                ? ""
                : SourceAttribution.of(evidence, known.grade(about).orElse(evidence.grade()), language);
    }

    /**
     * The target of an editorial event as a noun. Of a target that is editorial itself, the development that it is about
     * is told, not the sentence of the target.
     */
    private String noun(UUID target, int nested) {
        LedgerEntry entry = known.entry(matter, target).orElse(null);
        if (entry == null) {
            return EditorialWording.withId(target, language);
        }
        if (!(entry.event() instanceof EditorialEvent editorial)) {
            return EditorialWording.report(clause(entry.development(), null), language);
        }
        return nested == 0
                ? EditorialWording.withId(target, language)
                : EditorialWording.of(editorial, noun(editorial.target(), nested - 1), language);
    }

    private SentenceNames names(Instant world, @Nullable LedgerEntry about) {
        return new SentenceNames() {
            @Override
            public Language language() {
                return language;
            }

            @Override
            public String party(PartyCode code) {
                return DirectionIsolate.of(known.partyName(code, world));
            }

            @Override
            public String admitted(PartyCode code, String recorded) {
                return DirectionIsolate.of(known.admittedName(code, recorded, world));
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
            public <D extends MatterDetail> Optional<D> detail(Class<D> type) {
                return about == null
                        ? Optional.empty()
                        : known.stateAfter(about).map(MatterState::detail).map(type::cast);
            }
        };
    }
}
