package org.parley.understanding;

import static org.parley.understanding.UnderstandingStatus.ABANDONED;
import static org.parley.understanding.UnderstandingStatus.CLAIMED;
import static org.parley.understanding.UnderstandingStatus.CONFIRMED;
import static org.parley.understanding.UnderstandingStatus.CONTESTED;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;
import org.parley.understanding.UnderstandingCommand.AbandonUnderstanding;
import org.parley.understanding.UnderstandingCommand.ClaimUnderstanding;
import org.parley.understanding.UnderstandingCommand.ConfirmUnderstanding;
import org.parley.understanding.UnderstandingCommand.ContestUnderstanding;
import org.parley.understanding.UnderstandingEvent.UnderstandingAbandoned;
import org.parley.understanding.UnderstandingEvent.UnderstandingClaimed;
import org.parley.understanding.UnderstandingEvent.UnderstandingConfirmed;
import org.parley.understanding.UnderstandingEvent.UnderstandingContested;

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
            .afresh()
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
                    Kind.UNDERSTANDING,
                    UnderstandingEvent.class,
                    UnderstandingDetail.class,
                    LIFECYCLE,
                    Understanding::evolve,
                    new UnderstandingWording());

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
                Parties atTheTable = at.development().atTheTable(contested.by());
                yield detail.contested(atTheTable, Parties.of(contested.by()).minus(atTheTable), contested.reason());
            }
            case UnderstandingAbandoned abandoned -> detail.abandoned(Parties.of(abandoned.by()), abandoned.reason());
        };
    }
}
