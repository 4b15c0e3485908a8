package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;

/** A negotiation for one test, and the commands of its editor. */
record TestNegotiation(ApiClient editor, String slug) {
    static final String EVIDENCE = """
            "evidence":{"sources":[{"publisher":"Agency","title":"Report"}],"grade":"B2"}""";

    /** Opens a negotiation between RUS, UKR and USA: positions 1 to 4 of its trail. */
    static TestNegotiation open(ApiClient editor) {
        TestNegotiation talks = named(editor, "talks");
        assertThat(talks.command(talks.opening(newId())).status()).isEqualTo(201);
        for (String party : new String[] {"RUS", "UKR", "USA"}) {
            talks.admit(party, "STATE");
        }
        return talks;
    }

    /** A negotiation that is not opened yet. */
    static TestNegotiation named(ApiClient editor, String name) {
        return new TestNegotiation(
                editor, name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The same negotiation with another client. */
    TestNegotiation by(ApiClient other) {
        return new TestNegotiation(other, slug);
    }

    void admit(String party, String kind) {
        Answer answer = command(json(newId(), "AdmitParty", null, """
                "party":"%s","name":"%s","partyKind":"%s" """.formatted(party, "The " + party, kind)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    String opening(String id) {
        return json(id, "OpenNegotiation", null, "\"title\":\"Talks\"");
    }

    String question(String id, String matter) {
        return json(id, "RaiseQuestion", matter, "\"title\":\"Who pays\",\"theme\":\"ECONOMY\"");
    }

    /** A command that is possible any number of times once the question is raised. */
    String position(String id, String matter, String party, String stance) {
        return json(id, "StatePosition", matter, """
                "occurred":"2025-08-15","by":"%s","stance":"%s","summary":"A position",%s""".formatted(party, stance, EVIDENCE));
    }

    String proposal(String id, String matter, String occurred) {
        return json(id, "ProposeCeasefire", matter, """
                "occurred":"%s","by":"USA","consentOf":["RUS","UKR"],%s""".formatted(occurred, EVIDENCE));
    }

    String acceptance(String id, String matter, String occurred, String by) {
        return json(id, "AcceptCeasefire", matter, """
                "occurred":"%s","by":"%s",%s""".formatted(occurred, by, EVIDENCE));
    }

    String rejection(String id, String matter, String occurred, String by) {
        return json(id, "RejectCeasefire", matter, """
                "occurred":"%s","by":"%s",%s""".formatted(occurred, by, EVIDENCE));
    }

    String retraction(String id, String target) {
        return json(id, "RetractDevelopment", null, "\"target\":\"%s\",\"reason\":\"Wrong\"".formatted(target));
    }

    /** A command as one line of JSON; {@code fields} are its specific members. */
    String json(String id, String command, String matter, String fields) {
        return """
                {"command":"%s","negotiation":"%s",%s"developmentId":"%s",%s}""".formatted(command, slug, matter == null ? "" : "\"matter\":\"" + matter + "\",", id, fields.strip());
    }

    Answer command(String json, String... headers) {
        return editor.command(json, headers);
    }

    /** Sends a command that must be accepted. */
    Answer accepted(String json) {
        Answer answer = command(json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
