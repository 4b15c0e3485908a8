package org.parley.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A process that has ended and is still listed, because its parent runs and never asks for its exit code. */
final class EndedProcess implements AutoCloseable {
    private final Process parent;
    private final ProcessHandle ended;

    private EndedProcess(Process parent, ProcessHandle ended) {
        this.parent = parent;
        this.ended = ended;
    }

    static EndedProcess create() throws IOException {
        // The shell becomes a program that knows of no child.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.01 & echo $!; exec sleep 600").start();
        try {
            long child = Long.parseLong(parent.inputReader().readLine());
            return new EndedProcess(parent, ProcessHandle.of(child).orElseThrow());
        } catch (IOException | RuntimeException e) {
            parent.destroyForcibly();
            throw e;
        }
    }

    ProcessHandle handle() {
        return ended;
    }

    @Override
    public void close() throws InterruptedException {
        parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
