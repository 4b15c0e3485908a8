package org.parley.archive.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogKeyFileTest {
    private static final int ARCHIVES = 16;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("data").resolve("log-key");
    }

    private String key() {
        return new LogKeyFile(file(), "parley").readOrCreate().verifier().toString();
    }

    @Test
    void keyIsCreatedOnceForOwnerOnly() throws IOException {
        String made = key();
        assertThat(made).startsWith("parley+");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(key()).isEqualTo(made);
    }

    @Test
    void concurrentCreationYieldsOneKey() throws Exception {
        CountDownLatch together = new CountDownLatch(ARCHIVES);
        Callable<String> archive = () -> {
            together.countDown();
            together.await();
            return key();
        };
        try (ExecutorService archives = Executors.newFixedThreadPool(ARCHIVES)) {
            List<Future<String>> keys = Stream.generate(() -> archive)
                    .limit(ARCHIVES)
                    .map(archives::submit)
                    .toList();
            String kept = keys.get(0).get();
            for (Future<String> key : keys) {
                assertThat(key.get()).isEqualTo(kept);
            }
        }
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void invalidFileIsReportedAndKept() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "lost");
        assertThatIllegalStateException().isThrownBy(this::key).withMessageContaining(file().toString());
        assertThat(file()).hasContent("lost");
    }

    @Test
    void unwritablePathIsReportedWithProperty() throws IOException {
        Files.writeString(folder.resolve("data"), "not a folder");
        assertThatIllegalStateException().isThrownBy(this::key).withMessageContaining("parley.archive.log-key-file");
    }
}
