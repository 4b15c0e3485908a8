package org.parley.acceptance.fault;

import java.time.Duration;
import org.parley.acceptance.environment.Container;
import org.parley.testkit.prerequisite.Prerequisite;

/** Network faults between two containers, by iptables rules in the first one's network namespace. Requires root. */
record NetworkFault(Container from, Container to) {
    static final Duration LATENCY = Duration.ofMillis(150);

    /** Drops all packets in both directions; open connections only time out. */
    Runnable cut() {
        requireRights();
        String address = to.address();
        rules("--insert", address);
        return () -> rules("--delete", address);
    }

    private void rules(String change, String address) {
        from.runInNetwork("iptables", "--wait", change, "OUTPUT", "--destination", address, "--jump", "DROP");
        from.runInNetwork("iptables", "--wait", change, "INPUT", "--source", address, "--jump", "DROP");
    }

    /** Redirects new connections to a port through a slow proxy and drops open ones. */
    Runnable slow(int port) {
        requireRights();
        String address = to.address();
        LatencyProxy way = new LatencyProxy(address, port, LATENCY);
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
        from.runInNetwork(command);
    }

    private void requireRights() {
        // The container engine may run on another machine or in a virtual one.
        Prerequisite.PACKET_FILTER.require(from.hasChangeableNetwork());
    }
}
