package org.parley.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.in;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.retract;
import static org.parley.history.Telling.titled;
import static org.parley.history.Telling.undated;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.demand.DemandCommand.MakeDemand;
import org.parley.guarantee.GuaranteeCommand.EndorseGuarantee;
import org.parley.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.guarantee.GuaranteeForm;
import org.parley.history.Entry;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.history.Refusal.VoiceMayNot;
import org.parley.history.Story;
import org.parley.history.Telling;
import org.parley.party.Actors;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.party.PartyRole;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.process.ProcessCommand.RecordWithdrawal;

/** Sentences use the names of parties and matters at the time of a development, as known then or now. */
class NamesTest {
    private static final PartyCode TUR = new PartyCode("TUR");

    private final Story story = given(titled("Talks", as("opening", undated(new OpenNegotiation("Talks", null)))));

    @Test
    void aCorrectedNameRemainsOnlyAsKnownBefore() {
        story.and(
                as("admission", admitted("Untied States")),
                as("demand", demanded("2025-08-02")),
                correct("admission", admitted("United States")),
                retract("demand"));

        assertThat(sentences(story)).noneMatch(sentence -> sentence.contains("Untied"));
        assertThat(sentences(story).get(1)).startsWith("United States (TUR) was entered as a party to “Talks”");
        assertThat(sentences(story).get(2))
                .isEqualTo("On 2 August 2025, United States demanded of RUS (“alaska”): land.");
        assertThat(sentences(story).get(3))
                .isEqualTo(
                        "The newsroom corrected the report that United States (TUR) was entered as a party to “Talks”"
                                + " (reason: a wrong report).");
        NegotiationHistory then = known(story, 3);
        assertThat(sentence(then, story.ledger().trail().get(1))).startsWith("Untied States (TUR) was entered");
        assertThat(sentence(then, story.ledger().trail().get(2)))
                .startsWith("On 2 August 2025, Untied States demanded");
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
                as("rename", on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null))),
                demanded("2025-08-02"),
                as("retraction", retract("rename")));
        assertThat(demands(story)).containsExactly("Turkey");

        story.and(retract("retraction"));
        assertThat(demands(story)).containsExactly("Türkiye");
    }

    @Test
    void theCodeIsTheNameWithoutAnAdmission() {
        story.and(as("admission", admitted("Turkey")), as("demand", demanded("2025-08-02")), retract("admission"));

        assertThat(demands(story)).containsExactly("TUR");
        assertThat(sentences(story).get(1)).startsWith("Turkey (TUR) was entered");
    }

    @Test
    void aPartyExistsWhateverIsSaidOfItsAdmissionLater() {
        PartyCode other = new PartyCode("OTH");
        story.and(
                as("first", admitted("Turkey")),
                as("second", undated(new AdmitParty(other, "Another", PartyKind.MOVEMENT, PartyRole.MEDIATOR))),
                demanded("2025-08-02"),
                correct("first", undated(new AdmitParty(new PartyCode("BLR"), "Belarus", PartyKind.STATE, null))));
        assertThat(parties()).containsExactly("BLR Belarus", "OTH Another", "TUR TUR");

        story.and(as("retraction", retract("second")));
        assertThat(parties()).containsExactly("BLR Belarus", "TUR TUR", "OTH OTH");
        story.and(retract("retraction"), on("2025-08-03", new RecordWithdrawal(TUR, null)));
        assertThat(parties()).containsExactly("BLR Belarus", "OTH Another", "TUR TUR withdrawn");
    }

    private List<String> parties() {
        return story.ledger().history().state(Instant.MAX, story.ledger().now()).parties().stream()
                .map(party -> party.code() + " " + party.name() + (party.withdrawn() ? " withdrawn" : ""))
                .toList();
    }

    @Test
    void anAdmissionSaysTheNameThatItRecordedAndARenameSaysSo() {
        story.and(
                as("first", admitted("Turkey")),
                admitted("Turkiye"),
                on("2022-06-02", new AdmitParty(TUR, "Türkiye", PartyKind.STATE, null)));
        assertThat(sentences(story).subList(1, 4))
                .containsExactly(
                        "Turkey (TUR) was entered as a party to “Talks”.",
                        "Turkiye (TUR) was entered as a party to “Talks”.",
                        "On 2 June 2022, the party TUR to “Talks” took the name Türkiye.");

        story.and(correct("first", admitted("Turquia")));
        assertThat(sentences(story).get(1)).startsWith("Turkiye (TUR) was entered");
    }

    @Test
    void titlesFollowTheEffectiveHistory() {
        story.and(
                admitted("Turkey"),
                as("first", titled("Alasca", demanded("2025-08-02"))),
                as("second", titled("Later", on("2025-08-10", demand()))),
                on("2025-08-12", new MakeDemand(Actors.of("UKR"), Actors.of("RUS"), "peace", null)));
        assertThat(titles(story)).containsExactly("Alasca", "Later", "Later");

        story.and(correct("first", titled("Alaska", demanded("2025-08-02"))));
        assertThat(titles(story)).containsExactly("Alaska", "Later", "Later");
        story.and(as("retraction", retract("second")));
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

        assertThat(sentences(story).get(0)).isEqualTo("The newsroom began to track “The talks”.");
        assertThat(sentences(story).get(1)).contains("“The talks”");
        assertThat(sentence(known(story, 2), story.ledger().trail().get(0))).contains("“Talks”");
    }

    @Test
    void refusalsUseThePresentNames() {
        NotPossible refusal = story.and(
                        as("admission", admitted("Untied States")),
                        titled("Truse", as("proposal", proposed("2025-08-02"))),
                        correct("admission", admitted("United States")),
                        correct("proposal", titled("Truce", proposed("2025-08-02"))))
                .when(in("alaska", on("2025-08-01", new AcceptCeasefire(Actors.of("TUR"), null))))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("United States", "Truce").doesNotContain("Untied", "Truse");
    }

    @Test
    void aRestoredPartyKindApplies() {
        story.and(as("admission", admitted("Turkey")), as("mistake", correct("admission", voice("Turkey"))));
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
                as("admission", voice("The analyst")),
                on("2025-08-02", guarantee()),
                as("endorsement", on("2025-08-03", new EndorseGuarantee(Actors.of("TUR"), null))));
        String before = story.state().orElseThrow().toString();

        story.and(correct("admission", admitted("Turkey")))
                .when(in("alaska", on("2025-08-04", new EndorseGuarantee(Actors.of("TUR"), null))))
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

    private static LogDevelopment admitted(String name) {
        return undated(new AdmitParty(TUR, name, PartyKind.STATE, null));
    }

    private static LogDevelopment voice(String name) {
        return undated(new AdmitParty(TUR, name, PartyKind.VOICE, null));
    }

    private static LogDevelopment demanded(String date) {
        return on(date, demand());
    }

    private static MakeDemand demand() {
        return new MakeDemand(Actors.of("TUR"), Actors.of("RUS"), "land", null);
    }

    private static LogDevelopment proposed(String date) {
        return on(date, new ProposeCeasefire(Actors.of("TUR"), null, Actors.of("RUS"), null, null));
    }

    private static ProposeGuarantee guarantee() {
        return new ProposeGuarantee(Actors.of("FRA"), Actors.of("UKR"), null, GuaranteeForm.BACKSTOP, null, null, null);
    }

    /** The history as known after a number of entries. */
    private static NegotiationHistory known(Story story, int entries) {
        return NegotiationHistory.of(Telling.NEGOTIATION, story.ledger().trail().subList(0, entries));
    }

    private static String sentence(NegotiationHistory known, Entry entry) {
        return Sentence.of(known, entry);
    }

    private static List<String> sentences(Story story) {
        NegotiationHistory known = story.ledger().history();
        return story.ledger().trail().stream().map(entry -> sentence(known, entry)).toList();
    }

    /** The names of the parties that make the demand. */
    private static List<String> demands(Story story) {
        return sentences(story).stream()
                .filter(sentence -> sentence.contains(" demanded"))
                .filter(sentence -> !sentence.startsWith("The newsroom"))
                .map(sentence -> sentence.replaceFirst(" demanded.*", "")
                        .replaceFirst(".*, ", "")
                        .replaceFirst("^In ", ""))
                .toList();
    }

    private static List<String> titles(Story story) {
        return titles(story, story.ledger().history());
    }

    /** The title in the sentence of each development of the demand. */
    private static List<String> titles(Story story, NegotiationHistory known) {
        return story.ledger().trail().stream()
                .filter(entry -> entry.event().type().equals("DemandMade"))
                .map(entry -> known.title(entry.matter(), entry.development().start()))
                .toList();
    }
}
