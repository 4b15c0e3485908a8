package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.newsroom.NegotiationReader.matter;
import static org.parley.newsroom.NegotiationReader.matters;
import static org.parley.newsroom.NegotiationReader.texts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.ApiClient;
import tools.jackson.databind.JsonNode;

/** The dossier as a user finds it after the first start. */
@ExtendWith(SharedNewsroom.class)
class DossierTourTest {
    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    DossierTourTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive = newsroom.archive("ukraine-2025");
    }

    @Test
    void startPrintsAddressesThatWork() {
        assertThat(newsroom.said()).contains("Parley is running.", loaded("ukraine-2025"), loaded("colombia-2012"));
        String address = newsroom.anonymous().address();
        List<String> paths = Pattern.compile(Pattern.quote(address) + "(/[^\\s)]*)")
                .matcher(newsroom.said())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(paths).contains("/", "/openapi.json", "/api/negotiations/ukraine-2025");
        assertThat(paths)
                .allSatisfy(path -> assertThat(newsroom.anonymous().get(path).status())
                        .as(path)
                        .isEqualTo(200));
    }

    private static String loaded(String dossier) {
        return "%1$s: %2$d developments loaded, %2$d of them new"
                .formatted(dossier, Dossier.bundled(dossier).size());
    }

    /** Nothing is about one war: another negotiation stands beside it, with parties and matters of other kinds. */
    @Test
    void secondDossierStandsBesideTheFirst() {
        assertThat(texts(newsroom.anonymous().get("/api/negotiations").json().path("negotiations"), "title"))
                .contains("Security guarantees for Ukraine", "Peace between the Colombian government and the FARC");
        NegotiationReader colombia = newsroom.archive("colombia-2012");
        assertThat(standing(colombia.matter("vote", "plebiscite"))).isEqualTo("REJECTED since 2016-10-02");
        assertThat(standing(colombia.matter("agreement", "final-agreement"))).isEqualTo("IN_FORCE since 2016-12-01");
        assertThat(colombia.trailAs(ApiClient.NDJSON)).doesNotContainIgnoringCase("ukrain");
    }

    @Test
    void alaskaBroughtNoCeasefire() {
        JsonNode ceasefire = archive.matter("ceasefire", "alaska");
        assertThat(standing(ceasefire)).isEqualTo("REJECTED since 2025-08-15");
        assertThat(texts(ceasefire.at("/detail/rejectedBy"))).containsExactly("RUS");
        assertThat(texts(ceasefire.at("/detail/consentOf"))).containsExactly("RUS", "UKR");
        assertThat(texts(archive.matterInFull("ceasefire", "alaska").path("history"), "type"))
                .containsExactly("CeasefireProposed", "CeasefireRejected", "CeasefireProposalWithdrawn");
    }

    @Test
    void warningsUnderstandingsAndDemandsHaveTheirFinalState() {
        JsonNode state = archive.state();
        assertThat(standing(matter(state, "warning", "severe-consequences")))
                .isEqualTo("LAPSED since 2025-08-15/2025-08-26");
        JsonNode understanding = matter(state, "understanding", "alaska");
        assertThat(standing(understanding)).isEqualTo("ABANDONED since 2025-08-18");
        assertThat(texts(understanding.at("/detail/claimedBy"))).containsExactly("RUS");
        assertThat(texts(understanding.at("/detail/contestedBy"))).isEmpty();
        JsonNode demand = matter(state, "demand", "territory-first");
        assertThat(standing(demand)).isEqualTo("REFUSED since 2025-08-17");
        assertThat(demand.at("/detail/precondition").asBoolean()).isTrue();
        assertThat(standing(matter(state, "agreement", "security-bgr")))
                .isEqualTo("ABANDONED since 2024-12-18/2024-12-19");
    }

    @Test
    void aGuaranteeWouldHaveThreeElements() {
        JsonNode state = archive.state();
        assertThat(state.path("packages")).hasSize(1);
        assertThat(texts(state.at("/packages/0/guarantees")))
                .containsExactlyInAnyOrder("armed-forces", "coalition-force", "american-backstop", "nato-article-5");
        assertThat(guarantee(state, "armed-forces").path("form").asString()).isEqualTo("ARMED_FORCES");

        JsonNode coalition = guarantee(state, "coalition-force");
        assertThat(texts(coalition.path("by"))).containsExactly("GBR", "FRA");
        assertThat(texts(coalition.path("objectedToBy"))).containsExactly("RUS");

        JsonNode backstop = guarantee(state, "american-backstop");
        assertThat(texts(backstop.path("guarantors"))).containsExactly("USA");
        assertThat(texts(backstop.path("contributions"), "means")).containsExactly("air power");
        assertThat(backstop.path("discussions")).hasSize(2);

        JsonNode membership = guarantee(state, "nato-article-5");
        assertThat(texts(membership.path("ruledOutBy"))).containsExactly("USA");
        assertThat(voices(coalition)).containsExactly("PIFER ENDORSES");
    }

    @Test
    void thePlanOf2022IsEndorsedByItsAuthorAndContestedByAVoice() {
        JsonNode plan = guarantee(archive.state(), "consensus-of-guarantors");
        assertThat(texts(plan.path("endorsedBy"))).containsExactly("RUS");
        assertThat(texts(plan.path("objectedToBy"))).isEmpty();
        assertThat(voices(plan)).containsExactly("PIFER OBJECTS");
        assertThat(plan.at("/voices/0/said").asString()).contains("veto");
        assertThat(plan.has("partOf")).isFalse();
    }

    @Test
    void washingtonAndTheAllianceDifferOnMembershipAndWashingtonHasShifted() {
        List<JsonNode> positions = NegotiationReader.list(archive.state().path("positions"));
        assertThat(positions)
                .extracting(DossierTourTest::position)
                .contains("nato-membership: USA OPPOSES", "nato-membership: NATO SUPPORTS");
        JsonNode shifted = positions.stream()
                .filter(each -> position(each).equals("american-part-in-guarantees: USA SUPPORTS"))
                .findFirst()
                .orElseThrow();
        assertThat(texts(shifted.path("shifts"), "from")).containsExactly("OPPOSES");
        assertThat(texts(shifted.path("shifts"), "occurred")).containsExactly("2025-08-18");
    }

    @Test
    void bothOldTreatiesWereSignedAndBreached() {
        JsonNode state = archive.state();
        JsonNode budapest = matter(state, "agreement", "budapest-memorandum");
        assertThat(standing(budapest)).isEqualTo("SIGNED since 1994-12-05");
        assertThat(texts(budapest.at("/detail/breaches"), "occurred")).containsExactly("2014", "2022-02-24");
        JsonNode friendship = matter(state, "agreement", "friendship-treaty-1997");
        assertThat(standing(friendship)).isEqualTo("EXPIRED since 2019-04-01");
        assertThat(texts(friendship.at("/detail/breaches"), "occurred")).containsExactly("2014");
    }

    @Test
    void stateBeforeTheAlaskaMeeting() {
        JsonNode eve = archive.state("?asOf=2025-08-14");
        assertThat(standing(matter(eve, "ceasefire", "alaska"))).isEqualTo("PROPOSED since 2025-08-13");
        assertThat(standing(matter(eve, "warning", "severe-consequences"))).isEqualTo("STANDING since 2025-08-13");
        assertThat(matter(eve, "understanding", "alaska").isMissingNode()).isTrue();
        assertThat(matter(eve, "meeting", "alaska").path("status").asString()).isEqualTo("SCHEDULED");
    }

    @Test
    void bySummer2024TwentyCountriesAndTheUnionHadSigned() {
        Set<String> signed = new TreeSet<>();
        matters(archive.state("?asOf=2024-07-08")).stream()
                .filter(matter -> matter.path("status").asString().equals("SIGNED"))
                .map(matter -> matter.path("detail"))
                .filter(agreement -> agreement.path("form").asString().equals("BILATERAL")
                        && agreement.path("subject").asString().equals("security"))
                .forEach(agreement -> signed.addAll(texts(agreement.path("between"))));
        assertThat(signed).contains("UKR", "EU", "POL").doesNotContain("HRV", "BGR", "LUX");
        signed.removeAll(Set.of("UKR", "EU"));
        assertThat(signed).hasSize(20);
    }

    /** The treaty of 1997 and declarations are not counted among them. */
    @Test
    void overviewCountsThemByForm() {
        assertThat(overview("2024-07-08"))
                .contains("21 between two parties, security: signed")
                .contains("1 between two parties, friendship and cooperation: ")
                .contains("1 of three parties or more, security: ");
        assertThat(overview("2025-08-14"))
                .containsPattern("2[0-9] between two parties, security: signed \\(2[0-9] states, one union\\)");
    }

    private String overview(String asOf) {
        return newsroom.anonymous()
                .get("/n/ukraine-2025?asOf=" + asOf)
                .body()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    @Test
    void stateWithAnImpreciseDateIsMarkedPossible() {
        JsonNode firstDay = archive.state("?asOf=2024-12-18");
        assertThat(matter(firstDay, "agreement", "security-bgr")
                        .path("possible")
                        .asBoolean())
                .isTrue();
        assertThat(matter(firstDay, "agreement", "security-lva")
                        .path("possible")
                        .asBoolean())
                .isFalse();
        JsonNode dayAfter = archive.state("?asOf=2024-12-19");
        assertThat(matter(dayAfter, "agreement", "security-bgr")
                        .path("possible")
                        .asBoolean())
                .isFalse();
        JsonNode afterAlaska = archive.state("?asOf=2025-08-16");
        assertThat(standing(matter(afterAlaska, "understanding", "alaska"))).isEqualTo("CLAIMED since 2025-08-15");
        assertThat(standing(matter(afterAlaska, "warning", "severe-consequences")))
                .isEqualTo("LAPSED since 2025-08-15/2025-08-26, possibly");
        assertThat(matters(archive.state()))
                .noneMatch(matter -> matter.path("possible").asBoolean());
    }

    @Test
    void knownAtSelectsWhatWasLoadedByThen() {
        JsonNode before = archive.state("?knownAt=2020");
        assertThat(before.path("through").asInt()).isZero();
        assertThat(before.path("matters")).isEmpty();
        assertThat(before.path("parties")).isEmpty();

        JsonNode rejection = archive.trail().stream()
                .filter(entry -> entry.path("type").asString().equals("CeasefireRejected"))
                .findFirst()
                .orElseThrow();
        JsonNode between =
                archive.state("?knownAt=" + rejection.path("recordedAt").asString());
        assertThat(between.path("through").asLong())
                .isEqualTo(rejection.path("position").asLong());
        assertThat(standing(matter(between, "ceasefire", "alaska"))).isEqualTo("REJECTED since 2025-08-15");
        assertThat(matter(between, "agreement", "budapest-memorandum").isMissingNode())
                .as("the background of 1994 was logged later")
                .isTrue();
    }

    private static String standing(JsonNode matter) {
        return matter.path("status").asString() + " since "
                + matter.path("since").asString() + (matter.path("possible").asBoolean() ? ", possibly" : "");
    }

    private static JsonNode guarantee(JsonNode state, String slug) {
        return matter(state, "guarantee", slug).path("detail");
    }

    private static List<String> voices(JsonNode guarantee) {
        return NegotiationReader.list(guarantee.path("voices")).stream()
                .map(voice -> voice.path("party").asString() + " "
                        + voice.path("stance").asString())
                .toList();
    }

    private static String position(JsonNode position) {
        return position.path("question").asString() + ": "
                + position.path("party").asString() + " "
                + position.path("stance").asString();
    }
}
