package org.parley.acceptance.load;

import java.util.concurrent.locks.ReadWriteLock;
import org.parley.acceptance.environment.DeskClient;
import org.parley.acceptance.load.CommandScript.Command;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Sends one command after another, and retries each with the same id until it is accepted or refused. */
final class CommandSender {
    private static final long INTERVAL_MS = 150;
    private static final long RETRY_DELAY_MS = 250;

    private final String negotiation;
    private final DeskClient desk;
    private final AcknowledgementLog book;
    private final ReadWriteLock breaks;

    /**
     * A client for a negotiation.
     *
     * @param breaks locked for reading until a command is accepted or refused
     */
    CommandSender(String negotiation, DeskClient desk, AcknowledgementLog book, ReadWriteLock breaks) {
        this.negotiation = negotiation;
        this.desk = desk;
        this.book = book;
        this.breaks = breaks;
    }

    void work(CommandScript script) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                give(script.next());
                Thread.sleep(INTERVAL_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void give(Command command) throws InterruptedException {
        breaks.readLock().lock();
        try {
            while (!isSettled(command)) {
                Thread.sleep(RETRY_DELAY_MS);
            }
        } finally {
            breaks.readLock().unlock();
        }
    }

    private boolean isSettled(Command command) throws InterruptedException {
        DeskClient.Answer answer = desk.ask(desk.commanding(command.json()));
        book.answered(new AcknowledgementLog.Answer(negotiation, true, answer.at(), answer.tookMs(), answer.status()));
        return switch (answer.status()) {
            case 200, 201 -> {
                acknowledge(command, Json.MAPPER.readTree(answer.body()));
                yield true;
            }
            case AcknowledgementLog.NO_ANSWER, 502, 503 -> false;
            case 409 -> {
                requireImpossible(command, answer);
                yield true;
            }
            default -> {
                book.wrong("%d to %s: %s".formatted(answer.status(), command.json(), answer.body()));
                yield false;
            }
        };
    }

    private void acknowledge(Command command, JsonNode receipt) {
        if (!command.possible() || !receipt.path("developmentId").asString().equals(command.id())) {
            book.wrong("%s was recorded as %s".formatted(command.json(), receipt));
        }
        book.acknowledge(negotiation, command.id(), receipt.path("position").asLong());
    }

    private void requireImpossible(Command command, DeskClient.Answer answer) {
        if (command.possible()) {
            book.wrong("%s was refused: %s".formatted(command.json(), answer.body()));
        }
    }
}
