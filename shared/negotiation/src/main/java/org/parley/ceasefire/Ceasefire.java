package org.parley.ceasefire;

import static org.parley.ceasefire.CeasefireStatus.AGREED;
import static org.parley.ceasefire.CeasefireStatus.ENDED;
import static org.parley.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.ceasefire.CeasefireStatus.REJECTED;

import org.jspecify.annotations.Nullable;
import org.parley.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.ceasefire.CeasefireCommand.AllegeViolation;
import org.parley.ceasefire.CeasefireCommand.AmendCeasefire;
import org.parley.ceasefire.CeasefireCommand.DeclareCeasefire;
import org.parley.ceasefire.CeasefireCommand.EndCeasefire;
import org.parley.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.ceasefire.CeasefireCommand.RejectCeasefire;
import org.parley.ceasefire.CeasefireDetail.Violation;
import org.parley.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.ceasefire.CeasefireEvent.CeasefireAmended;
import org.parley.ceasefire.CeasefireEvent.CeasefireEnded;
import org.parley.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.ceasefire.CeasefireEvent.CeasefireRejected;
import org.parley.ceasefire.CeasefireEvent.CeasefireTookEffect;
import org.parley.ceasefire.CeasefireEvent.CeasefireViolationAlleged;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;

/** The rules of a ceasefire. */
public final class Ceasefire {
    static final Lifecycle<CeasefireStatus, CeasefireDetail> LIFECYCLE = Lifecycle.of(
                    CeasefireStatus.class, CeasefireDetail.class)
            .on(
                    ProposeCeasefire.class,
                    CeasefireProposed.class,
                    c -> new CeasefireProposed(c.by(), c.terms(), c.consentOf()))
            .fromNothing()
            .from(REJECTED, ENDED)
            .to(PROPOSED)
            .on(
                    AmendCeasefire.class,
                    CeasefireAmended.class,
                    c -> new CeasefireAmended(c.by(), c.terms(), c.consentOf()))
            .from(PROPOSED, AGREED)
            .to(PROPOSED)
            .on(AcceptCeasefire.class, CeasefireAccepted.class, c -> new CeasefireAccepted(c.by(), c.conditions()))
            .from(PROPOSED)
            .to(AGREED, "every party of consentOf has accepted", CeasefireDetail::everyoneConsents)
            .from(AGREED, REJECTED)
            .stays()
            .on(RejectCeasefire.class, CeasefireRejected.class, c -> new CeasefireRejected(c.by(), c.reason()))
            .from(PROPOSED, AGREED)
            .to(REJECTED)
            .on(DeclareCeasefire.class, CeasefireTookEffect.class, c -> new CeasefireTookEffect(c.by(), c.terms()))
            .fromNothing()
            .from(PROPOSED, AGREED, REJECTED, ENDED)
            .to(IN_FORCE)
            .on(
                    AllegeViolation.class,
                    CeasefireViolationAlleged.class,
                    c -> new CeasefireViolationAlleged(c.by(), c.against(), c.summary()))
            .from(IN_FORCE)
            .stays()
            .on(EndCeasefire.class, CeasefireEnded.class, c -> new CeasefireEnded(c.by(), c.reason()))
            .from(IN_FORCE)
            .to(ENDED)
            .build();

    /** The kind: its rules, how its detail grows, how its events are said. */
    public static final MatterType<CeasefireEvent, CeasefireStatus, CeasefireDetail> TYPE = new MatterType<>(
            Kind.CEASEFIRE,
            CeasefireEvent.class,
            CeasefireDetail.class,
            LIFECYCLE,
            Ceasefire::evolve,
            new CeasefireWording());

    private Ceasefire() {}

    private static CeasefireDetail evolve(@Nullable CeasefireDetail before, CeasefireEvent event, Occurrence at) {
        CeasefireDetail detail = before == null ? CeasefireDetail.BLANK : before;
        return switch (event) {
            case CeasefireProposed proposed ->
                detail.proposed(Parties.of(proposed.by()), proposed.terms(), Parties.of(proposed.consentOf()));
            case CeasefireAmended amended ->
                detail.proposed(
                        detail.by(),
                        amended.terms(),
                        amended.consentOf() == null ? detail.consentOf() : Parties.of(amended.consentOf()));
            case CeasefireAccepted accepted -> detail.accepted(Parties.of(accepted.by()));
            case CeasefireRejected rejected -> detail.rejected(Parties.of(rejected.by()));
            case CeasefireTookEffect declared -> detail.declared(Parties.of(declared.by()), declared.terms());
            case CeasefireViolationAlleged alleged ->
                detail.violated(new Violation(
                        at.developmentId(),
                        at.development().occurred(),
                        Parties.of(alleged.by()),
                        Parties.of(alleged.against()),
                        alleged.summary()));
            case CeasefireEnded ignored -> detail;
        };
    }
}
