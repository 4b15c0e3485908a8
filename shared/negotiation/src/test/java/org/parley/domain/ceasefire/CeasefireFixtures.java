package org.parley.domain.ceasefire;

import static org.parley.domain.scenario.CommandFixtures.on;

import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AllegeViolation;
import org.parley.domain.ceasefire.CeasefireCommand.AmendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AnnounceCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AnswerWithConditions;
import org.parley.domain.ceasefire.CeasefireCommand.DeclareCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.EndCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.RejectCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.WithdrawCeasefireProposal;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireRejected;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.matter.Event;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** Commands and events of a ceasefire that the United States propose and that Russia and Ukraine must accept. */
public final class CeasefireFixtures {
    private CeasefireFixtures() {}

    public static CommandEnvelope announceCeasefire(String date) {
        return on(
                date,
                new AnnounceCeasefire(
                        Actors.of("RUS"), Edtf.parse("2025-04-19"), Edtf.parse("2025-04-21"), "the whole front", null));
    }

    public static CommandEnvelope ceasefireProposed(String date) {
        return on(
                date, new ProposeCeasefire(Actors.of("USA"), "thirty days", Actors.of("RUS", "UKR"), null, null, null));
    }

    public static CommandEnvelope amendCeasefire(String date) {
        return on(date, new AmendCeasefire(Actors.of("USA"), "sixty days", null));
    }

    public static CommandEnvelope acceptCeasefire(String date, String... by) {
        return on(date, new AcceptCeasefire(Actors.of(by), null));
    }

    public static CommandEnvelope answerWithConditions(String date, String... by) {
        return on(date, new AnswerWithConditions(Actors.of(by), "no more arms"));
    }

    public static CommandEnvelope rejectCeasefire(String date) {
        return rejectCeasefire(date, "RUS");
    }

    public static CommandEnvelope rejectCeasefire(String date, String... by) {
        return on(date, new RejectCeasefire(Actors.of(by), "not yet"));
    }

    public static CommandEnvelope withdrawCeasefireProposal(String date) {
        return on(date, new WithdrawCeasefireProposal(Actors.of("USA"), null));
    }

    public static Event ceasefireRejected() {
        return new CeasefireRejected(Actors.of("RUS"), "not yet");
    }

    public static CommandEnvelope declareCeasefire(String date, String... by) {
        return on(date, new DeclareCeasefire(Actors.of(by), null, null, null));
    }

    public static CommandEnvelope allegeViolation(String date) {
        return on(date, new AllegeViolation(Actors.of("UKR"), Actors.of("RUS"), "shelling"));
    }

    public static CommandEnvelope endCeasefire(String date) {
        return on(date, new EndCeasefire(Actors.of("RUS"), null));
    }
}
