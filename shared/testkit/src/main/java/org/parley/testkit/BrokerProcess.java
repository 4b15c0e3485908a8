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
    static final String READY = "ready on ";

    /** Before a user, the name of a setting, and its value, each after a space. */
    static final String SETTING = "setting ";

    private BrokerProcess() {}

    /** Arguments are the folder, and the users where they are to sign in. */
    public static void main(String[] arguments) throws IOException {
        List<String> users = Arrays.asList(arguments).subList(1, arguments.length);
        try (KafkaBroker broker = start(Path.of(arguments[0]), Set.copyOf(users))) {
            Set<String> all = new LinkedHashSet<>(users);
            all.add(BrokerUsers.BROKER);
            all.forEach(user -> broker.clientSettings(user)
                    .forEach((name, value) -> System.out.println(SETTING + user + " " + name + " " + value)));
            System.out.println(READY + broker.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }

    private static KafkaBroker start(Path folder, Set<String> users) {
        return users.isEmpty() ? KafkaBroker.startOpenForTests(folder, 0) : KafkaBroker.start(folder, 0, users);
    }
}
