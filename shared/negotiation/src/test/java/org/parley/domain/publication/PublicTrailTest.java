package org.parley.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.parley.domain.scenario.CommandFixtures.NEGOTIATION;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.hold;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.ofMatter;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.release;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.CommandFixtures.underEmbargo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.RejectCeasefire;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.meeting.MeetingCommand.RecordMeeting;
import org.parley.domain.meeting.MeetingCommand.RecordOutcome;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.scenario.InMemoryLedger;

/** What comes out of a newsroom's trail, and when. */
class PublicTrailTest {
    private static final NoticeIds IDS =
            (target, publicAt) -> new UUID(0, 31L * target.hashCode() + publicAt.hashCode());

    private final InMemoryLedger ledger =
            new InMemoryLedger(NEGOTIATION, Instant.parse("2025-09-01T12:00:00Z"), List.of());
    private final PublicTrail trail = new PublicTrail(NEGOTIATION, IDS);

    @BeforeEach
    void opened() {
        assertThat(told(undated(new OpenNegotiation("Talks", null)))).containsExactly("NegotiationOpened");
        assertThat(told(admission("USA"))).containsExactly("PartyAdmitted");
        assertThat(told(admission("RUS"))).containsExactly("PartyAdmitted");
    }

    private static CommandEnvelope admission(String party) {
        return named(party, undated(new AdmitParty(new PartyCode(party), "the " + party, PartyKind.STATE, null)));
    }

    private static CommandEnvelope proposal(String date) {
        return named(
                "proposal",
                on(date, new ProposeCeasefire(Actors.of("USA"), "peace", Actors.of("RUS"), null, null, null)));
    }

    private static CommandEnvelope rejection(String date) {
        return named("rejection", on(date, new RejectCeasefire(Actors.of("RUS"), null)));
    }

    /** Records a command. Returns the types of what it lets out; of a notice with its target. */
    private List<String> told(CommandEnvelope command) {
        CommandEnvelope placed = command;
        if (command.command() instanceof EditorialCommand editorial) {
            placed = new CommandEnvelope(
                    command.developmentId(),
                    ledger.matterOf(editorial.target()).orElseThrow(),
                    command.command(),
                    null,
                    null,
                    null,
                    null,
                    command.embargo());
        }
        List<String> types = new ArrayList<>();
        for (PublicEntry entry : trail.step(ledger.log(placed))) {
            boolean isNotice = entry.recorded() == null;
            String target = isNotice ? " " + ((EditorialEvent) entry.entry().event()).target() : "";
            types.add(entry.entry().event().type() + target);
        }
        return types;
    }

    @Test
    void whatIsNotUnderEmbargoIsToldAtOnce() {
        assertThat(told(proposal("2025-08-13"))).containsExactly("CeasefireProposed");
        assertThat(told(rejection("2025-08-15"))).containsExactly("CeasefireRejected");
        assertThat(told(retract("rejection"))).containsExactly("DevelopmentRetracted");
        assertThat(trail.state()).isEqualTo(new PublicTrailState(6, 6, List.of(), List.of()));
    }

    @Test
    void whatFollowsFromAnEmbargoedDevelopmentWaitsForIt() {
        assertThat(told(underEmbargo(null, proposal("2025-08-13")))).isEmpty();
        assertThat(told(rejection("2025-08-15"))).isEmpty();
        assertThat(trail.state().notPublic()).containsExactly(id("proposal"), id("rejection"));

        assertThat(told(release("proposal"))).containsExactly("CeasefireProposed", "CeasefireRejected");
    }

    @Test
    void aPublicDevelopmentUnderEmbargoIsWithheldWithWhatFollowsFromIt() {
        told(proposal("2025-08-13"));
        told(rejection("2025-08-15"));

        assertThat(told(hold("proposal", null)))
                .containsExactly("DevelopmentWithheld " + id("proposal"), "DevelopmentWithheld " + id("rejection"));
        assertThat(told(retract("rejection"))).containsExactly("DevelopmentRetracted");
        assertThat(told(release("proposal"))).containsExactly("DevelopmentReleased " + id("proposal"));
    }

    @Test
    void whatWasRetractedUnderEmbargoIsNeverTold() {
        told(underEmbargo(null, proposal("2025-08-13")));
        assertThat(told(named("retraction", retract("proposal")))).isEmpty();
        assertThat(told(release("proposal"))).isEmpty();

        assertThat(told(retract("retraction"))).containsExactly("CeasefireProposed");
    }

    @Test
    void nothingIsToldFirstInWordsThatNoLongerHold() {
        told(underEmbargo(null, proposal("2025-08-13")));
        told(underEmbargo(null, named("correction", correct("proposal", proposal("2025-08-14")))));
        assertThat(told(release("proposal"))).isEmpty();

        assertThat(told(release("correction"))).containsExactly("CeasefireProposed", "DevelopmentCorrected");
    }

    @Test
    void aPartyUnderEmbargoIsNamedByNothing() {
        told(underEmbargo(null, admission("TUR")));
        CommandEnvelope proposal =
                on("2025-08-13", new ProposeCeasefire(Actors.of("TUR"), null, Actors.of("RUS"), null, null, null));
        assertThat(told(proposal)).isEmpty();

        assertThat(told(release("TUR"))).containsExactly("PartyAdmitted", "CeasefireProposed");
    }

    /** That the party exists is not undone, so its retracted admission comes out once it is named. */
    @Test
    void aRetractedAdmissionComesOutWithWhatNamesTheParty() {
        told(underEmbargo(null, admission("TUR")));
        told(on("2025-08-13", new ProposeCeasefire(Actors.of("TUR"), null, Actors.of("RUS"), null, null, null)));
        assertThat(told(retract("TUR"))).isEmpty();

        assertThat(told(release("TUR"))).containsExactly("PartyAdmitted", "CeasefireProposed", "DevelopmentRetracted");
    }

    @Test
    void aMatterUnderEmbargoIsNamedByNothing() {
        told(underEmbargo(null, proposal("2025-08-13")));
        told(ofMatter("summit", on("2025-08-15", new RecordMeeting(null, null, null, null, null, null, null))));
        MatterReference ceasefire = new MatterReference(MatterKind.CEASEFIRE, "alaska");
        assertThat(told(ofMatter("summit", on("2025-08-15", new RecordOutcome("Talks", List.of(ceasefire))))))
                .isEmpty();

        assertThat(told(release("proposal"))).containsExactly("CeasefireProposed", "MeetingOutcomeRecorded");
    }

    @Test
    void takesTheEntriesInOrder() {
        LedgerEntry opening = ledger.trail().getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> trail.step(opening));
    }
}
