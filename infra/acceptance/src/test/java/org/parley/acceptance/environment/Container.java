package org.parley.acceptance.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A container, by its name or its id. */
public record Container(String name) {
    /** Kills its process with SIGKILL. */
    public void kill() {
        Shell.run("docker", "kill", "--signal", "KILL", name);
    }

    /** Starts it again after it was killed, as a supervisor does. */
    public void start() {
        Shell.run("docker", "start", name);
    }

    /** Freezes all its processes. */
    public void pause() {
        Shell.run("docker", "pause", name);
    }

    public void unpause() {
        Shell.run("docker", "unpause", name);
    }

    /**
     * Runs a command in the container.
     *
     * @return its output
     */
    public String run(String... command) {
        List<String> all = new ArrayList<>(List.of("docker", "exec", name));
        all.addAll(List.of(command));
        return Shell.run(Map.of(), all);
    }

    /** Runs a command of this machine in the container's network namespace. Requires root. */
    public String runInNetwork(String... command) {
        return Shell.run(inNetwork(command));
    }

    /** Whether this machine can change the container's network. */
    public boolean hasChangeableNetwork() {
        return Shell.succeeds(inNetwork("iptables", "--wait", "--list-rules"));
    }

    private String[] inNetwork(String... command) {
        return Stream.concat(
                        Stream.of("nsenter", "--target", inspect("{{.State.Pid}}"), "--net", "--"), Stream.of(command))
                .toArray(String[]::new);
    }

    /** The container's address in the services' network. */
    public String address() {
        return servicesNetwork("IPAddress");
    }

    /** This machine's address in that network. */
    public String gateway() {
        return servicesNetwork("Gateway");
    }

    /** The network must be named, because the services are also in Prometheus's network. */
    private String servicesNetwork(String what) {
        String network = inspect("{{index .Config.Labels \"com.docker.compose.project\"}}") + "_services";
        return inspect("{{(index .NetworkSettings.Networks \"%s\").%s}}".formatted(network, what));
    }

    String hostName() {
        return inspect("{{.Config.Hostname}}");
    }

    private String inspect(String what) {
        return Shell.run("docker", "inspect", "--format", what, name).strip();
    }
}
