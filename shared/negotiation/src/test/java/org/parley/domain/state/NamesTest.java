package org.parley.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.ofMatter;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.guarantee.GuaranteeCommand.EndorseGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.RecordWithdrawal;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;

/** Sentences use the names of parties and matters at the time of a development, as known then or now. */
class NamesTest {
    private static final PartyCode TUR = new PartyCode("TUR");

    private final Scenario story =
            given(titled("Talks", named("opening", undated(new OpenNegotiation("Talks", null)))));

    @Test
    void aCorrectedNameRemainsOnlyAsKnownBefore() {
        story.and(
                named("admission", admitted("Untied States")),
                named("demand", demanded("2025-08-02")),
                correct("admission", admitted("United States")),
                retract("demand"));

        assertThat(sentences(story)).noneMatch(sentence -> sentence.contains("Untied"));
        assertThat(sentences(story).get(1)).startsWith("United States was entered as a party to “Talks”");
        assertThat(sentences(story).get(2))
                .isEqualTo("On 2 August 2025, United States demanded of RUS (“alaska”): land.");
        assertThat(sentences(story).get(3))
                .isEqualTo("The newsroom corrected the report that United States was entered as a party to “Talks”"
                        + " (reason: a wrong report).");
        NegotiationHistory then = known(story, 3);
        assertThat(sentence(then, story.ledger().trail().get(1))).startsWith("Untied States was entered");
        assertThat(sentence(then, story.ledger().trail().get(2)))
                .startsWith("On 2 August 2025, Untied States demanded");
    }

    @Test
    void aQuestionKeepsItsMarkAtTheEnd() {
        story.and(titled(
                "Who pays?",
                on("2025-08-02", new MakeDemand(Actors.of("USA"), Actors.of("RUS"), "who pays?", null, null))));

        assertThat(sentences(story).getLast()).endsWith(": who pays?");
    }

    @Test
    void aRenameAppliesFromItsDate() {
        story.and(
                admitted("Turkey"),
                demanded("2022-06-01"),
                on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null)),
                demanded("2022-06-02"),
                demanded("2022"),
                demanded("2022-06-01T23:59Z"));

        assertThat(demands(story)).containsExactly("Turkey", "Türkiye", "Turkey", "Turkey");
    }

    @Test
    void aFormerNameLoggedLateDoesNotReplaceThePresentOne() {
        story.and(
                on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null)),
                demanded("2025-08-02"),
                demanded("1994"));
        assertThat(demands(story)).containsExactly("Türkiye", "Türkiye");

        story.and(on("1923-10-29", new AdmitParty(TUR, "Turkey", PartyKind.STATE, null)));
        assertThat(demands(story)).containsExactly("Türkiye", "Turkey");
        story.and(undated(new AdmitParty(TUR, "the Ottoman Empire", PartyKind.STATE, null)), demanded("1900"));
        assertThat(demands(story)).containsExactly("Türkiye", "Turkey", "the Ottoman Empire");
    }

    @Test
    void aRetractedRenameHasNoEffect() {
        story.and(
                admitted("Turkey"),
                named("rename", on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null))),
                demanded("2025-08-02"),
                named("retraction", retract("rename")));
        assertThat(demands(story)).containsExactly("Turkey");

        story.and(retract("retraction"));
        assertThat(demands(story)).containsExactly("Türkiye");
    }

    @Test
    void theCodeIsTheNameWithoutAnAdmission() {
        story.and(
                named("admission", admitted("Turkey")), named("demand", demanded("2025-08-02")), retract("admission"));

        assertThat(demands(story)).containsExactly("TUR");
        assertThat(sentences(story).get(1)).startsWith("Turkey was entered");
    }

    @Test
    void aPartyExistsWhateverIsSaidOfItsAdmissionLater() {
        PartyCode other = new PartyCode("OTH");
        story.and(
                named("first", admitted("Turkey")),
                named("second", undated(new AdmitParty(other, "Another", PartyKind.MOVEMENT, PartyRole.MEDIATOR))),
                demanded("2025-08-02"),
                correct("first", undated(new AdmitParty(new PartyCode("BLR"), "Belarus", PartyKind.STATE, null))));
        assertThat(parties()).containsExactly("BLR Belarus", "OTH Another", "TUR TUR");

        story.and(named("retraction", retract("second")));
        assertThat(parties()).containsExactly("BLR Belarus", "TUR TUR", "OTH OTH");
        story.and(retract("retraction"), on("2025-08-03", new RecordWithdrawal(TUR, null)));
        assertThat(parties()).containsExactly("BLR Belarus", "OTH Another", "TUR TUR withdrawn");
    }

    private List<String> parties() {
        return story.ledger().history().state(Instant.MAX, story.ledger().now()).parties().stream()
                .map(party -> party.code() + " " + party.name()
                        + (party.standing() == PartyStanding.WITHDRAWN ? " withdrawn" : ""))
                .toList();
    }

    @Test
    void anAdmissionSaysTheNameThatItRecordedAndARenameSaysSo() {
        story.and(
                named("first", admitted("Turkey")),
                admitted("Turkiye"),
                on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null)));
        assertThat(sentences(story).subList(1, 4))
                .containsExactly(
                        "Turkey was entered as a party to “Talks”.",
                        "Turkiye was entered as a party to “Talks”.",
                        "On 2 June 2022, one of the parties to “Talks” changed its name to Türkiye.");

        story.and(correct("first", admitted("Turquia")));
        assertThat(sentences(story).get(1)).startsWith("Turkiye was entered");
    }

    @Test
    void titlesFollowTheEffectiveHistory() {
        story.and(
                admitted("Turkey"),
                named("first", titled("Alasca", demanded("2025-08-02"))),
                named("second", titled("Later", on("2025-08-10", demand()))),
                on("2025-08-12", new MakeDemand(Actors.of("UKR"), Actors.of("RUS"), "peace", null, null)));
        assertThat(titles(story)).containsExactly("Alasca", "Later", "Later");

        story.and(correct("first", titled("Alaska", demanded("2025-08-02"))));
        assertThat(titles(story)).containsExactly("Alaska", "Later", "Later");
        story.and(named("retraction", retract("second")));
        assertThat(titles(story)).containsExactly("Alaska", "Alaska", "Alaska");
        story.and(retract("retraction"));
        assertThat(titles(story)).containsExactly("Alaska", "Later", "Later");
        assertThat(titles(story, known(story, 5))).containsExactly("Alasca", "Later", "Later");
    }

    @Test
    void theTitleOfTheNegotiationFollowsItsCorrection() {
        story.and(
                admitted("Turkey"),
                correct("opening", titled("The talks", undated(new OpenNegotiation("The talks", null)))));

        assertThat(sentences(story).get(0)).isEqualTo("The negotiation “The talks” was opened.");
        assertThat(sentences(story).get(1)).contains("“The talks”");
        assertThat(sentence(known(story, 2), story.ledger().trail().get(0))).contains("“Talks”");
    }

    @Test
    void refusalsUseThePresentNames() {
        NotPossible refusal = story.and(
                        named("admission", admitted("Untied States")),
                        titled("Truse", named("proposal", proposed("2025-08-02"))),
                        correct("admission", admitted("United States")),
                        correct("proposal", titled("Truce", proposed("2025-08-02"))))
                .when(ofMatter("alaska", on("2025-08-01", new AcceptCeasefire(Actors.of("TUR"), null))))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("United States", "Truce").doesNotContain("Untied", "Truse");
    }

    @Test
    void aRestoredPartyKindApplies() {
        story.and(named("admission", admitted("Turkey")), named("mistake", correct("admission", voice("Turkey"))));
        assertThat(story.when(demanded("2025-08-02"))
                        .thenRefused(VoiceMayNot.class)
                        .text())
                .startsWith("Turkey: a voice");

        story.and(retract("mistake")).when(demanded("2025-08-02")).thenRecorded();
        story.and(correct("admission", voice("Turkey")))
                .when(demanded("2025-08-03"))
                .thenRefused(VoiceMayNot.class);
        story.and(correct("admission", admitted("Turkey")))
                .when(demanded("2025-08-03"))
                .thenRecorded();
    }

    @Test
    void aPartyIsAVoiceFromItsDate() {
        story.and(admitted("Turkey"), on("2025-08-10", new AdmitParty(TUR, "Turkey", PartyKind.VOICE, null)));

        story.when(demanded("2025-08-09")).thenRecorded();
        story.when(demanded("2025-08-10")).thenRefused(VoiceMayNot.class);
    }

    @Test
    void developmentsOfAVoiceStayPossibleAfterLaterAdmissions() {
        story.and(
                named("admission", voice("The analyst")),
                on("2025-08-02", guarantee()),
                named("endorsement", on("2025-08-03", new EndorseGuarantee(Actors.of("TUR"), null))));
        String before = story.state().orElseThrow().toString();

        story.and(correct("admission", admitted("Turkey")))
                .when(ofMatter("alaska", on("2025-08-04", new EndorseGuarantee(Actors.of("TUR"), null))))
                .thenRecorded();
        assertThat(story.ledger().trail().get(3).development().voices()).containsExactly(TUR);
        assertThat(story.ledger().trail().getLast().development().voices()).isEmpty();
        story.and(correct("admission", voice("The analyst")), retract("admission"))
                .when(correct("endorsement", on("2025-08-04", new EndorseGuarantee(Actors.of("TUR"), "yes, but"))))
                .thenRecorded();
        assertThat(known(story, 4).state(Instant.MAX, story.ledger().now()).matters())
                .singleElement()
                .hasToString(before);
    }

    private static CommandEnvelope admitted(String name) {
        return undated(new AdmitParty(TUR, name, PartyKind.STATE, null));
    }

    private static CommandEnvelope voice(String name) {
        return undated(new AdmitParty(TUR, name, PartyKind.VOICE, null));
    }

    private static CommandEnvelope demanded(String date) {
        return on(date, demand());
    }

    private static MakeDemand demand() {
        return new MakeDemand(Actors.of("TUR"), Actors.of("RUS"), "land", null, null);
    }

    private static CommandEnvelope proposed(String date) {
        return on(date, new ProposeCeasefire(Actors.of("TUR"), null, Actors.of("RUS"), null, null, null));
    }

    private static ProposeGuarantee guarantee() {
        return new ProposeGuarantee(
                Actors.of("FRA"), Actors.of("UKR"), null, GuaranteeForm.BACKSTOP, null, null, null, null, null);
    }

    /** The history as known after a number of entries. */
    private static NegotiationHistory known(Scenario story, int entries) {
        return NegotiationHistory.of(
                CommandFixtures.NEGOTIATION, story.ledger().trail().subList(0, entries));
    }

    private static String sentence(NegotiationHistory known, LedgerEntry entry) {
        return EntrySentence.of(known, entry);
    }

    private static List<String> sentences(Scenario story) {
        NegotiationHistory known = story.ledger().history();
        return story.ledger().trail().stream()
                .map(entry -> sentence(known, entry))
                .toList();
    }

    /** The names of the parties that make the demand. */
    private static List<String> demands(Scenario story) {
        return sentences(story).stream()
                .filter(sentence -> sentence.contains(" demanded"))
                .filter(sentence -> !sentence.startsWith("The newsroom"))
                .map(sentence -> sentence.replaceFirst(" demanded.*", "")
                        .replaceFirst(".*, ", "")
                        .replaceFirst("^In ", ""))
                .toList();
    }

    private static List<String> titles(Scenario story) {
        return titles(story, story.ledger().history());
    }

    /** The title in the sentence of each development of the demand. */
    private static List<String> titles(Scenario story, NegotiationHistory known) {
        return story.ledger().trail().stream()
                .filter(entry -> entry.event().type().equals("DemandMade"))
                .map(entry -> known.title(entry.matter(), entry.development().start()))
                .toList();
    }
}
