package org.parley.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.Alert;
import org.parley.desk.client.NegotiationSummary.AlertPage;
import org.parley.desk.client.NegotiationSummary.Group;
import org.parley.desk.client.NegotiationSummary.LastDevelopment;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.client.TrailEntryView.Source;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.StatusScale;
import org.parley.desk.page.TestPageMessages;
import org.springframework.context.i18n.LocaleContextHolder;

class BriefingTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-06-05");

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void resetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static ListedMatter matter(
            String kind, String title, String status, String since, Map<String, Object> detail) {
        return graded("B2", kind, title, status, since, detail);
    }

    private static ListedMatter graded(
            @Nullable String grade,
            String kind,
            String title,
            String status,
            String since,
            Map<String, Object> detail) {
        Evidence evidence =
                new Evidence(List.of(new Source("Press of " + title, "A report", null, null, null, null)), grade);
        return new ListedMatter(
                kind,
                title.toLowerCase(Locale.ROOT),
                title,
                status,
                since,
                false,
                false,
                false,
                detail,
                new LastDevelopment("1", evidence));
    }

    private static final ListedMatter MEETING =
            matter("meeting", "Summit", "DECLINED", "2026-06-05", Map.of("declinedBy", List.of("RUS")));
    private static final ListedMatter TRUCE =
            matter("ceasefire", "Truce", "REJECTED", "2026-06-05", Map.of("rejectedBy", List.of("RUS")));
    private static final ListedMatter OLDER =
            matter("demand", "Older", "REFUSED", "2026-05-01", Map.of("refusedBy", List.of("UKR")));

    private static final class Facts {
        List<ListedMatter> refused = List.of();
        List<ListedMatter> inForce = List.of();
        int ceasefiresInForce;

        @Nullable ListedMatter ended;

        List<ListedMatter> agreed = List.of();
        List<ListedMatter> proposed = List.of();
        int proposedCount;
        List<Alert> alerts = List.of();
        List<Group> groups = List.of();

        List<Claim> briefing() {
            NegotiationSummary summary = new NegotiationSummary(
                    "talks",
                    "Talks",
                    "OPEN",
                    false,
                    false,
                    9,
                    List.of(party("RUS", "Russia"), party("UKR", "Ukraine")),
                    List.of(),
                    groups);
            return Briefing.of(
                    new StandingFacts(
                            TODAY,
                            summary,
                            List.of(),
                            refused,
                            inForce,
                            inForce.size(),
                            ceasefiresInForce,
                            ended,
                            agreed,
                            proposed,
                            proposedCount,
                            new AlertPage(alerts.size(), alerts),
                            List.of(),
                            Map.of()),
                    PageLinks.of("talks"),
                    TestPageMessages.english());
        }

        String sentence() {
            assertThat(briefing()).hasSize(1);
            return briefing().getFirst().text();
        }

        private static Party party(String code, String name) {
            return new Party(code, name, "STATE", null, null, null, false);
        }
    }

    @Test
    void nothingIsSaidOfANegotiationInWhichNothingHappened() {
        assertThat(new Facts().briefing()).isEmpty();
    }

    @Test
    void whatOnePartyRefusedOnOneDayIsOneSentence() {
        Facts facts = new Facts();
        facts.refused = List.of(MEETING, TRUCE, OLDER);

        assertThat(facts.sentence()).isEqualTo("Russia refused Summit and Truce today.");
        Claim claim = facts.briefing().getFirst();
        assertThat(claim.step()).isEqualTo(StatusScale.REFUSED);
        assertThat(claim.parts())
                .contains(new SentencePart("Summit", "/n/talks/matters/meeting/summit"))
                .contains(new SentencePart("Truce", "/n/talks/matters/ceasefire/truce"));
        assertThat(claim.chips())
                .extracting(chip -> chip.source().publisher())
                .containsExactly("Press of Summit", "Press of Truce");
    }

    @Test
    void aRefusalOfAnotherDayHasItsDate() {
        Facts facts = new Facts();
        facts.refused = List.of(OLDER);
        assertThat(facts.sentence()).isEqualTo("Ukraine refused Older on 1 May 2026.");

        facts.refused = List.of(matter("vote", "Ballot", "REJECTED", "2026-05~", Map.of()));
        assertThat(facts.sentence()).isEqualTo("Ballot was refused (about May 2026).");
    }

    @Test
    void thatNoCeasefireIsInForceIsSaidWhereThereAreCeasefires() {
        Facts facts = new Facts();
        facts.groups = List.of(new Group("ceasefire", null, 2, List.of(), List.of()));
        assertThat(facts.sentence()).isEqualTo("There is no ceasefire.");
        assertThat(facts.briefing().getFirst().label()).isEqualTo("Not in force");

        facts.ended = matter("ceasefire", "Easter", "ENDED", "2026-05-11", Map.of());
        facts.inForce = List.of(
                matter("agreement", "Paris", "IN_FORCE", "2026-01-06", Map.of()),
                matter("warning", "Sanctions", "IMPOSED", "2025-10-22", Map.of()));
        assertThat(facts.sentence())
                .isEqualTo("Paris and Sanctions. There is no ceasefire; Easter ended on 11 May 2026.");
        assertThat(facts.briefing().getFirst().label()).isEqualTo("In force");
        assertThat(facts.briefing().getFirst().shown()).hasSize(2);
        assertThat(facts.briefing().getFirst().hidden()).isEqualTo(1);
        assertThat(facts.briefing().getFirst().more()).isNotNull();
    }

    @Test
    void aCeasefireInForceComesFirst() {
        Facts facts = new Facts();
        facts.groups = List.of(new Group("ceasefire", null, 1, List.of(), List.of()));
        facts.ceasefiresInForce = 1;
        facts.inForce = List.of(matter("ceasefire", "Truce", "IN_FORCE", "2026-06-01", Map.of()));

        assertThat(facts.sentence()).isEqualTo("Truce.");
    }

    @Test
    void theLastProposalIsNamedAndTheOthersAreCounted() {
        Facts facts = new Facts();
        facts.proposed =
                List.of(matter("exchange", "All for all", "PROPOSED", "2026-06-04", Map.of("by", List.of("UKR"))));
        facts.proposedCount = 3;

        assertThat(facts.sentence())
                .isEqualTo("Ukraine proposed All for all on 4 June 2026. 2 more proposals are open.");
    }

    @Test
    void whatWasAgreedOrSignedLastIsSaid() {
        Facts facts = new Facts();
        Map<String, Object> both = Map.of("between", List.of("RUS", "UKR"));
        facts.agreed = List.of(
                matter("agreement", "Istanbul", "SIGNED", "2026-06-05", both),
                matter("exchange", "Thousand", "AGREED", "2026-06-01", both));
        assertThat(facts.sentence()).isEqualTo("Russia and Ukraine signed Istanbul today.");
        assertThat(facts.briefing().getFirst().label()).isEqualTo("Agreed");

        facts.agreed = List.of(
                matter("guarantee", "Backstop", "AGREED", "2026-06-04", Map.of()),
                matter("agreement", "Text", "SIGNED", "2026-06-04", both));
        assertThat(facts.sentence()).isEqualTo("Backstop and Text were agreed on 4 June 2026.");
    }

    @Test
    void whatNobodyHasJudgedIsSaidInTheNameOfItsSource() {
        Facts facts = new Facts();
        Map<String, Object> byRussia = Map.of("rejectedBy", List.of("RUS"));
        facts.refused = List.of(MEETING, graded("F6", "ceasefire", "Truce", "REJECTED", "2026-06-05", byRussia));
        assertThat(facts.sentence())
                .isEqualTo("Russia refused Summit today. According to Press of Truce, Russia refused Truce today.");
        assertThat(facts.briefing().getFirst().parts())
                .contains(new SentencePart("Truce", "/n/talks/matters/ceasefire/truce"));

        facts.refused = List.of(graded(null, "ceasefire", "Truce", "REJECTED", "2026-06-05", byRussia));
        assertThat(facts.sentence()).isEqualTo("According to Press of Truce, Russia refused Truce today.");

        facts.refused = List.of();
        facts.inForce = List.of(graded("F6", "ceasefire", "Lull", "IN_FORCE", "2026-06-05", Map.of()));
        assertThat(facts.sentence()).isEqualTo("According to Press of Lull, Lull is in force.");
    }

    @Test
    void theNextDateIsSaidOrElseTheOneThatPassedLast() {
        Alert passed = new Alert("CEASEFIRE_END", "ceasefire", "easter", "Easter", null, "2026-04-12", true, 54, "1");
        Alert coming = new Alert("DEADLINE", "warning", "june", "An end by June", null, "2026-06-30", false, -25, "2");
        Facts facts = new Facts();
        facts.alerts = List.of(passed, coming);
        assertThat(facts.sentence()).isEqualTo("An end by June: the deadline is 30 June 2026.");
        assertThat(facts.briefing().getFirst().label()).isEqualTo("Due");

        facts.alerts = List.of(passed);
        assertThat(facts.sentence()).isEqualTo("Easter ran until 12 April 2026; its end is not recorded.");
    }

    @Test
    void itIsSaidInSpanishToo() {
        LocaleContextHolder.setLocale(Locale.of("es"));
        Facts facts = new Facts();
        facts.refused = List.of(MEETING, TRUCE);
        assertThat(facts.sentence()).isEqualTo("Russia rechazó Summit y Truce hoy.");
    }
}
