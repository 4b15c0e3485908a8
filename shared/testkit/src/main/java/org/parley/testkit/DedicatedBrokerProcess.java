package org.parley.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.broker.BrokerUsers;
import org.parley.embedded.KafkaBroker;

/**
 * The process of an {@link DedicatedBroker}. It runs until its standard input ends, which also happens when its parent dies.
 */
final class DedicatedBrokerProcess {
    static final String READY = "The broker is ready";

    /** Prefix of a line with a user, the name of a setting, and its value, separated by spaces. */
    static final String SETTING = "setting ";

    private DedicatedBrokerProcess() {}

    /** The arguments are the folder, the port, and the users; without users, the broker requires no authentication. */
    public static void main(String[] arguments) throws IOException {
        List<String> users = Arrays.asList(arguments).subList(2, arguments.length);
        try (KafkaBroker broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Set.copyOf(users))) {
            Set<String> all = new LinkedHashSet<>(users);
            all.add(BrokerUsers.BROKER);
            all.forEach(user -> broker.clientSettings(user)
                    .forEach((name, value) -> System.out.println(SETTING + user + " " + name + " " + value)));
            System.out.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }

    private static KafkaBroker start(Path folder, int port, Set<String> users) {
        return users.isEmpty() ? KafkaBroker.startOpenForTests(folder, port) : KafkaBroker.start(folder, port, users);
    }
}
