package org.parley.acceptance.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A container, by its name or its id. */
public record Container(String name) {
    /** Kills its program at once, by a signal that it cannot see (kill -9). */
    public void kill() {
        Shell.run("docker", "kill", "--signal", "KILL", name);
    }

    /** Starts it again after it was killed; what watches over a machine does that, too. */
    public void start() {
        Shell.run("docker", "start", name);
    }

    /** Lets its programs stand still, in the middle of whatever they do. */
    public void pause() {
        Shell.run("docker", "pause", name);
    }

    public void goOn() {
        Shell.run("docker", "unpause", name);
    }

    /** Runs a program in it and returns what it says. */
    public String run(String... command) {
        List<String> all = new ArrayList<>(List.of("docker", "exec", name));
        all.addAll(List.of(command));
        return Shell.run(Map.of(), all);
    }

    /** Runs a program of this machine in its network, which takes the rights of root. */
    public String inItsNetwork(String... command) {
        return Shell.run(inNetwork(command));
    }

    /** Whether its network can be changed from here. */
    public boolean hasChangeableNetwork() {
        return Shell.succeeds(inNetwork("iptables", "--wait", "--list-rules"));
    }

    private String[] inNetwork(String... command) {
        return Stream.concat(
                        Stream.of("nsenter", "--target", inspect("{{.State.Pid}}"), "--net", "--"), Stream.of(command))
                .toArray(String[]::new);
    }

    /** Its address in the services' network. */
    public String address() {
        return inNetworkOfTheServices("IPAddress");
    }

    /** This machine's address in that network. */
    public String gateway() {
        return inNetworkOfTheServices("Gateway");
    }

    /** Prometheus reaches the services by another one. */
    private String inNetworkOfTheServices(String what) {
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
