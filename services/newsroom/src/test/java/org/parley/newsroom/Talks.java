package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.parley.contract.Json;
import org.parley.newsroom.Client.Answer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Talks that a test invents, and an editor who logs them: about a lake between the Uplands (UPL) and the Lowlands (LOW),
 * with the League (LEA) as mediator. Commands are told as JSON with apostrophes for quotation marks.
 */
record Talks(Client editor, Archive archive) {
    static final String PASSWORD = "an editor's password";

    /** Opens them, and lets in the three parties: positions 1 to 4. */
    static Talks open(RunningNewsroom newsroom) {
        String slug = "lake-" + UUID.randomUUID().toString().substring(0, 8);
        Talks talks = new Talks(withRole(newsroom, "EDITOR"), newsroom.archive(slug));
        talks.log("{'command':'OpenNegotiation','title':'Talks about the lake'}");
        talks.log("{'command':'AdmitParty','party':'UPL','name':'the Uplands','partyKind':'STATE'}");
        talks.log("{'command':'AdmitParty','party':'LOW','name':'the Lowlands','partyKind':'STATE'}");
        talks.log(
                "{'command':'AdmitParty','party':'LEA','name':'the League','partyKind':'ALLIANCE','role':'MEDIATOR'}");
        return talks;
    }

    /** Somebody new with this role, whose account the chief makes. */
    static Client withRole(RunningNewsroom newsroom, String role) {
        String name = "somebody-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = newsroom.chief().post("/api/accounts", "application/json", """
                {"name":"%s","role":"%s","password":"%s"}""".formatted(name, role, PASSWORD));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return newsroom.anonymous().as(name, PASSWORD);
    }

    /** The same talks, with somebody else giving the commands. */
    Talks by(Client other) {
        return new Talks(other, archive);
    }

    String slug() {
        return archive.negotiation();
    }

    /** Logs what happened, and waits until everybody can read it; its id. */
    String log(String command) {
        Answer answer = give(command);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.json().path("developmentId").asString();
        archive.awaitReadable(id);
        return id;
    }

    /** Gives a command, whatever comes of it. */
    Answer give(String command) {
        return editor.command(json(command));
    }

    /** Asks what would come of a command. */
    Answer dryRun(String command) {
        return editor.post("/api/commands?dryRun=true", "application/json", json(command));
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

    /** The League asks both for a truce, which then waits for their consent; the id of its proposal. */
    String truceProposed(String occurred) {
        return log("{'command':'ProposeCeasefire','matter':'truce','title':'Truce on the lake','occurred':'" + occurred
                + "','by':'LEA','consentOf':['UPL','LOW'],'terms':'Thirty days'}");
    }

    /** The Uplands turn the truce down; the id of that. */
    String truceRejected(String occurred) {
        return log("{'command':'RejectCeasefire','matter':'truce','occurred':'" + occurred
                + "','by':{'party':'UPL','person':'The envoy'},'reason':'Not before the water is shared'}");
    }

    String truce(String... parameters) {
        return archive.matter("ceasefire", "truce", parameters).path("status").asString("no such matter");
    }
}
