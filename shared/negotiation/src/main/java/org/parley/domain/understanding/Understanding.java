package org.parley.domain.understanding;

import static org.parley.domain.understanding.UnderstandingStatus.ABANDONED;
import static org.parley.domain.understanding.UnderstandingStatus.CLAIMED;
import static org.parley.domain.understanding.UnderstandingStatus.CONFIRMED;
import static org.parley.domain.understanding.UnderstandingStatus.CONTESTED;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.understanding.UnderstandingCommand.AbandonUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ClaimUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ConfirmUnderstanding;
import org.parley.domain.understanding.UnderstandingCommand.ContestUnderstanding;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingAbandoned;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingClaimed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingConfirmed;
import org.parley.domain.understanding.UnderstandingEvent.UnderstandingContested;

/** The definition of the kind understanding. */
public final class Understanding {
    private static final String CONFIRMS = "a party of between that did not claim it confirms it";
    private static final String NOBODY_CONTESTS = "no party of between contests it any more";

    static final Lifecycle<UnderstandingStatus, UnderstandingDetail> LIFECYCLE = Lifecycle.of(
                    UnderstandingStatus.class, UnderstandingDetail.class)
            .on(
                    ClaimUnderstanding.class,
                    UnderstandingClaimed.class,
                    c -> new UnderstandingClaimed(c.by(), c.between(), c.terms()))
            .fromNothing()
            .from(ABANDONED)
            .to(CLAIMED)
            .restarting()
            .on(ConfirmUnderstanding.class, UnderstandingConfirmed.class, c -> new UnderstandingConfirmed(c.by()))
            .from(CLAIMED)
            .to(CONFIRMED, CONFIRMS, UnderstandingDetail::isConfirmed)
            .from(CONTESTED)
            .to(CONFIRMED, NOBODY_CONTESTS + " and " + CONFIRMS, UnderstandingDetail::isConfirmedUncontested)
            .orTo(CLAIMED, NOBODY_CONTESTS, detail -> !detail.isContested())
            .from(CONFIRMED)
            .stays()
            .on(
                    ContestUnderstanding.class,
                    UnderstandingContested.class,
                    c -> new UnderstandingContested(c.by(), c.reason()))
            .from(CLAIMED, CONFIRMED)
            .to(CONTESTED, "a party of between contests it", UnderstandingDetail::isContested)
            .from(CONTESTED)
            .stays()
            .openToVoices()
            .on(
                    AbandonUnderstanding.class,
                    UnderstandingAbandoned.class,
                    c -> new UnderstandingAbandoned(c.by(), c.reason()))
            .from(CLAIMED, CONTESTED, CONFIRMED)
            .to(ABANDONED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<UnderstandingEvent, UnderstandingStatus, UnderstandingDetail> TYPE =
            new MatterType<>(
                    MatterKind.UNDERSTANDING,
                    UnderstandingEvent.class,
                    UnderstandingDetail.class,
                    LIFECYCLE,
                    Understanding::evolve,
                    new UnderstandingWording(),
                    new SpanishUnderstandingWording());

    private Understanding() {}

    private static UnderstandingDetail evolve(
            @Nullable UnderstandingDetail before, UnderstandingEvent event, Occurrence at) {
        if (event instanceof UnderstandingClaimed claimed) {
            return new UnderstandingDetail(
                    Parties.of(claimed.by()),
                    Parties.of(claimed.between()),
                    claimed.terms(),
                    Parties.NONE,
                    Parties.NONE,
                    Parties.NONE,
                    Parties.NONE,
                    null);
        }
        UnderstandingDetail detail = Objects.requireNonNull(before, "an understanding begins with a claim");
        return switch (event) {
            case UnderstandingClaimed ignored -> detail;
            case UnderstandingConfirmed confirmed -> detail.confirmed(Parties.of(confirmed.by()));
            case UnderstandingContested contested -> {
                Parties atTheTable = at.development().withoutVoices(contested.by());
                yield detail.contested(atTheTable, Parties.of(contested.by()).minus(atTheTable), contested.reason());
            }
            case UnderstandingAbandoned abandoned -> detail.abandoned(Parties.of(abandoned.by()), abandoned.reason());
        };
    }
}
