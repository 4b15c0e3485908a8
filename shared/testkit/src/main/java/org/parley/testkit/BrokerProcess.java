package org.parley.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.parley.embedded.KafkaBroker;

/** The program in which an {@link OwnBroker} runs: until its input ends, as it also does when its parent dies. */
final class BrokerProcess {
    static final String READY = "ready on ";

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]), 0)) {
            System.out.println(READY + broker.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }
}
