package org.parley.archive.projections;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parley.projection.rebuild.ProjectionHost;
import org.springframework.context.SmartLifecycle;

/** The hosts of all projections: started before the web server, closed after it. */
final class ProjectionHosts implements SmartLifecycle {
    private final List<ProjectionHost> hosts;
    private volatile boolean running;

    ProjectionHosts(List<ProjectionHost> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    List<ProjectionHost> hosts() {
        return hosts;
    }

    Optional<ProjectionHost> host(String projection) {
        return hosts.stream().filter(host -> host.name().equals(projection)).findFirst();
    }

    @Override
    public void start() {
        for (ProjectionHost host : hosts) {
            try {
                host.start();
            } catch (SQLException e) {
                throw new IllegalStateException("The projection " + host.name() + " cannot start", e);
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        hosts.parallelStream().forEach(ProjectionHost::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts near the end of the phases. */
    @Override
    public int getPhase() {
        return 0;
    }
}
