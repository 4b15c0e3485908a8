package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program is started by its script. */
class PackagedNewsroomIT {
    private static final DataFolder FOLDER = DataFolder.fresh();
    private static final boolean AHEAD_OF_TIME = Runtime.version().feature() >= 25;

    @TempDir
    private Path folder;

    @AfterAll
    static void killPostgres() {
        FOLDER.killPostgres();
    }

    @Test
    void secondStartUsesTheCacheOfTheFirst() throws Exception {
        Path cache = folder.resolve("cache");
        runUntilSignal(cache, "");
        assertThat(files(cache)).singleElement().asString().endsWith(AHEAD_OF_TIME ? ".aot" : ".jsa");
        // With this option a JVM that cannot use the cache does not start.
        runUntilSignal(cache, AHEAD_OF_TIME ? "-XX:AOTMode=on" : "-Xshare:on");
        assertThat(files(cache)).hasSize(1);
    }

    private static void runUntilSignal(Path cache, String options) throws Exception {
        try (ChildNewsroom newsroom = ChildNewsroom.startPackaged(FOLDER, environment(cache, options))) {
            newsroom.awaitRunning();
            assertThat(newsroom.anonymous().get("/actuator/health").status()).isEqualTo(200);
            newsroom.terminate();
            assertThat(newsroom.awaitEnd()).isIn(0, 143);
            assertThat(FOLDER.postgres()).isEmpty();
        }
    }

    private static Map<String, String> environment(Path cache, String options) {
        return Map.of(
                "JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", options, "PARLEY_CACHE", cache.toString());
    }

    private static List<Path> files(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void folderThatCannotBeWrittenMeansNoCache() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PARLEY_CACHE",
                file.resolve("cache").toString(),
                "PARLEY_PORT",
                "eighty");
        try (ChildNewsroom newsroom = ChildNewsroom.startPackaged(FOLDER, environment)) {
            assertThat(newsroom.awaitEnd()).isEqualTo(1);
            assertThat(newsroom.said()).startsWith("Parley did not start: PARLEY_PORT is 'eighty'");
        }
    }
}
