package org.parley.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.cli.server.ServerClient;
import picocli.CommandLine.Option;

/** The options for the server and its credentials. */
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${PARLEY_SERVER:-http://localhost:8080}",
            description = "The server; ${DEFAULT-VALUE} if not given. Its credentials are PARLEY_TOKEN, or PARLEY_USER"
                    + " and PARLEY_PASSWORD.")
    private String server = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token; takes precedence over PARLEY_TOKEN and PARLEY_TOKEN_FILE.")
    private @Nullable Path tokenFile;

    ServerClient server() {
        return ServerClient.at(server, System.getenv(), tokenFile);
    }
}
