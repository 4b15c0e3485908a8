package org.parley.acceptance.load;

import java.util.HashMap;
import java.util.Map;
import org.parley.acceptance.environment.DeskClient;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Queries the state of a negotiation continuously. A query may fail, but a response must not be wrong. */
final class StateReader {
    private static final long INTERVAL_MS = 400;

    private final String negotiation;
    private final DeskClient desk;
    private final AcknowledgementLog book;
    private final Map<Long, String> hashes = new HashMap<>();

    StateReader(String negotiation, DeskClient desk, AcknowledgementLog book) {
        this.negotiation = negotiation;
        this.desk = desk;
        this.book = book;
    }

    void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                AcknowledgementLog.Latest latest = book.latest(negotiation).orElseThrow();
                ask(latest);
                Thread.sleep(INTERVAL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(AcknowledgementLog.Latest latest) throws InterruptedException {
        DeskClient.Answer answer =
                desk.ask(desk.asking("/api/negotiations/%s?after-development=%s".formatted(negotiation, latest.id())));
        book.answered(new AcknowledgementLog.Answer(negotiation, false, answer.at(), answer.tookMs(), answer.status()));
        switch (answer.status()) {
            case 200 -> requireRight(latest, Json.MAPPER.readTree(answer.body()));
            case AcknowledgementLog.NO_ANSWER, 502, 503 -> {}
            default -> book.wrong("%d to a question: %s".formatted(answer.status(), answer.body()));
        }
    }

    private void requireRight(AcknowledgementLog.Latest latest, JsonNode state) {
        long through = state.path("through").asLong();
        if (through < latest.position()) {
            book.wrong("%s is returned through %d, although %d was requested"
                    .formatted(negotiation, through, latest.position()));
        }
        String hash = state.path("contentHash").asString();
        String before = hashes.putIfAbsent(through, hash);
        if (before != null && !before.equals(hash)) {
            book.wrong("%s through %d was returned as %s and as %s".formatted(negotiation, through, before, hash));
        }
    }
}
