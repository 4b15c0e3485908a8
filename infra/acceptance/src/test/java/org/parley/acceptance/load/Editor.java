package org.parley.acceptance.load;

import java.util.concurrent.locks.ReadWriteLock;
import org.parley.acceptance.load.Script.Command;
import org.parley.acceptance.running.Desk;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/** Sends one command after another, and retries each with the same id until it is accepted or refused. */
final class Editor {
    private static final long INTERVAL_MS = 150;
    private static final long RETRY_DELAY_MS = 250;

    private final String negotiation;
    private final Desk desk;
    private final Book book;
    private final ReadWriteLock breaks;

    /**
     * A client for a negotiation.
     *
     * @param breaks locked for reading until a command is accepted or refused
     */
    Editor(String negotiation, Desk desk, Book book, ReadWriteLock breaks) {
        this.negotiation = negotiation;
        this.desk = desk;
        this.book = book;
        this.breaks = breaks;
    }

    void work(Script script) {
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
        Desk.Answer answer = desk.ask(desk.commanding(command.json()));
        book.answered(new Book.Answer(negotiation, true, answer.at(), answer.tookMs(), answer.status()));
        return switch (answer.status()) {
            case 200, 201 -> {
                acknowledge(command, Json.MAPPER.readTree(answer.body()));
                yield true;
            }
            case Book.NO_ANSWER, 502, 503 -> false;
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

    private void requireImpossible(Command command, Desk.Answer answer) {
        if (command.possible()) {
            book.wrong("%s was refused: %s".formatted(command.json(), answer.body()));
        }
    }
}
