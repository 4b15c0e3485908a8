package org.parley.archive.projections;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.parley.stream.ProjectionReader;
import org.parley.stream.ProjectionStatus;
import org.springframework.context.SmartLifecycle;

/** The readers of all projections: started before the first question is answered, closed after the last. */
final class Readers implements SmartLifecycle {
    private final List<ProjectionReader> readers;
    private volatile boolean running;

    Readers(List<ProjectionReader> readers) {
        this.readers = List.copyOf(readers);
    }

    List<ProjectionStatus> statuses() {
        return readers.stream().map(ProjectionReader::status).toList();
    }

    /** Tells of the negotiations in which a projection has gone on. */
    void onCommit(Consumer<Set<String>> listener) {
        readers.forEach(reader -> reader.onCommit(listener));
    }

    @Override
    public void start() {
        readers.forEach(ProjectionReader::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(ProjectionReader::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes near the end of the phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
