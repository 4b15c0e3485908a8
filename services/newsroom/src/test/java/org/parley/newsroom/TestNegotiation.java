package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient;
import org.parley.testkit.ApiClient.Answer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A fictional negotiation and an editor who logs it: about a lake between the Uplands (UPL) and the Lowlands (LOW),
 * with the League (LEA) as mediator. Commands are JSON with apostrophes instead of quotation marks.
 */
record TestNegotiation(ApiClient editor, NegotiationReader archive) {
    /** Opens the negotiation and admits the three parties: positions 1 to 4. */
    static TestNegotiation open(RunningNewsroom newsroom) {
        String slug = "lake-" + UUID.randomUUID().toString().substring(0, 8);
        TestNegotiation talks = new TestNegotiation(newsroom.editor(), newsroom.archive(slug));
        talks.record("{'command':'OpenNegotiation','title':'Talks about the lake'}");
        talks.record("{'command':'AdmitParty','party':'UPL','name':'the Uplands','partyKind':'STATE'}");
        talks.record("{'command':'AdmitParty','party':'LOW','name':'the Lowlands','partyKind':'STATE'}");
        talks.log(
                "{'command':'AdmitParty','party':'LEA','name':'the League','partyKind':'ALLIANCE','role':'MEDIATOR'}");
        return talks;
    }

    /** The same negotiation with another user. */
    TestNegotiation by(ApiClient other) {
        return new TestNegotiation(other, archive);
    }

    String slug() {
        return archive.negotiation();
    }

    /**
     * Logs a development and waits until it can be read.
     *
     * @return its id
     */
    String log(String command) {
        String id = record(command);
        archive.awaitReadable(id);
        return id;
    }

    private String record(String command) {
        Answer answer = give(command);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("developmentId");
    }

    /** Sends a command, which may be refused. */
    Answer give(String command) {
        return editor.command(json(command));
    }

    /** Sends a command as a dry run. */
    Answer dryRun(String command) {
        return editor.dryRun(json(command));
    }

    String json(String command) {
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(command.replace('\'', '"'));
        json.put("negotiation", slug());
        if (json.has("occurred")) {
            json.putObject("evidence")
                    .put("grade", "B2")
                    .putArray("sources")
                    .addObject()
                    .put("publisher", "Lake Herald")
                    .put("title", "A report");
        }
        return Json.MAPPER.writeValueAsString(json);
    }

    /**
     * The League proposes a ceasefire, which needs the consent of both.
     *
     * @return the id of the proposal
     */
    String truceProposed(String occurred) {
        return log("{'command':'ProposeCeasefire','matter':'truce','title':'Truce on the lake','occurred':'" + occurred
                + "','by':'LEA','consentOf':['UPL','LOW'],'terms':'Thirty days'}");
    }

    /**
     * The Uplands reject the ceasefire.
     *
     * @return the id of the rejection
     */
    String truceRejected(String occurred) {
        return log("{'command':'RejectCeasefire','matter':'truce','occurred':'" + occurred
                + "','by':{'party':'UPL','person':'The envoy'},'reason':'Not before the water is shared'}");
    }

    String truce(String... parameters) {
        return archive.matter("ceasefire", "truce", parameters).path("status").asString("no such matter");
    }
}
