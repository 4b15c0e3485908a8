package org.parley.acceptance.fault;

import java.time.Duration;
import org.parley.acceptance.running.Container;
import org.parley.testkit.prerequisite.Prerequisite;

/** The network from one container to another; changed by rules in the first one's namespace, which takes root. */
record Network(Container from, Container to) {
    static final Duration LATENCY = Duration.ofMillis(150);

    /** Loses everything, both ways; connections that are open notice nothing but silence. */
    Runnable cut() {
        requireRights();
        String address = to.address();
        rules("--insert", address);
        return () -> rules("--delete", address);
    }

    private void rules(String change, String address) {
        from.inItsNetwork("iptables", "--wait", change, "OUTPUT", "--destination", address, "--jump", "DROP");
        from.inItsNetwork("iptables", "--wait", change, "INPUT", "--source", address, "--jump", "DROP");
    }

    /** Leads new connections to a port over a slow way, and ends those that are open. */
    Runnable slow(int port) {
        requireRights();
        String address = to.address();
        SlowWay way = new SlowWay(address, port, LATENCY);
        String[] detour = {
            "--table",
            "nat",
            "OUTPUT",
            "--protocol",
            "tcp",
            "--destination",
            address,
            "--dport",
            Integer.toString(port),
            "--jump",
            "DNAT",
            "--to-destination",
            from.gateway() + ":" + way.port()
        };
        String[] end = {
            "--table",
            "filter",
            "OUTPUT",
            "--protocol",
            "tcp",
            "--destination",
            address,
            "--dport",
            Integer.toString(port),
            "--jump",
            "REJECT",
            "--reject-with",
            "tcp-reset"
        };
        rule("--insert", detour);
        rule("--insert", end);
        return () -> {
            rule("--delete", end);
            rule("--delete", detour);
            way.close();
        };
    }

    private void rule(String change, String[] rule) {
        String[] command = new String[rule.length + 3];
        command[0] = "iptables";
        command[1] = "--wait";
        System.arraycopy(rule, 0, command, 2, 2);
        command[4] = change;
        System.arraycopy(rule, 2, command, 5, rule.length - 2);
        from.inItsNetwork(command);
    }

    private void requireRights() {
        // The engine may be on another machine, or in one inside this.
        Prerequisite.PACKET_FILTER.require(from.hasChangeableNetwork());
    }
}
