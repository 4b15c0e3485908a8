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
            description = "The server to ask; ${DEFAULT-VALUE} if not given. PARLEY_TOKEN signs in, or PARLEY_USER and"
                    + " PARLEY_PASSWORD.")
    private String server = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token to sign in with; PARLEY_TOKEN_FILE names one too.")
    private @Nullable Path tokenFile;

    ServerClient server() {
        return ServerClient.at(server, System.getenv(), tokenFile);
    }
}
