package org.parley.cli;

import picocli.CommandLine.Option;

/** Which server is asked. */
final class ServerOption {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${PARLEY_SERVER:-http://localhost:8080}",
            description = "The server to ask; ${DEFAULT-VALUE} if not given. PARLEY_USER and PARLEY_PASSWORD sign in.")
    private String server = "";

    Server server() {
        return Server.at(server, System.getenv());
    }
}
