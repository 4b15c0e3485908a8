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

/** The program in which an {@link OwnBroker} runs: until its input ends, as it also does when its parent dies. */
final class BrokerProcess {
    static final String READY = "The broker is ready";

    /** Before a user, the name of a setting, and its value, each after a space. */
    static final String SETTING = "setting ";

    private BrokerProcess() {}

    /** Arguments are the folder, the port, and the users where they are to sign in. */
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
