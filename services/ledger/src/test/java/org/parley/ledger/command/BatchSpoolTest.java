package org.parley.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSpoolTest {
    @TempDir
    private Path temporary;

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".ndjson"))
                    .toList();
        }
    }

    @Test
    void limitsTotalSizeAndHalfOfItPerAccount() throws IOException {
        Path folder = temporary.resolve("spool");
        try (BatchSpool spool = new BatchSpool(folder, 1000)) {
            BatchSpool.Spooled annas = spool.take(bytes(300), "anna", -1);
            assertThatThrownBy(() -> spool.take(bytes(201), "anna", -1))
                    .isInstanceOfSatisfying(SpoolFullException.class, full -> assertThat(full.isOfAccount())
                            .isTrue());
            BatchSpool.Spooled bens = spool.take(bytes(500), "ben", 500);
            assertThatThrownBy(() -> spool.take(bytes(201), "cleo", -1))
                    .isInstanceOfSatisfying(SpoolFullException.class, full -> assertThat(full.isOfAccount())
                            .isFalse());
            assertThatThrownBy(() -> spool.take(InputStream.nullInputStream(), "cleo", 201))
                    .as("announced, and not read")
                    .isInstanceOf(SpoolFullException.class);

            annas.close();
            spool.take(bytes(201), "cleo", -1).close();
            bens.close();
            assertThat(files(folder)).isEmpty();
            spool.take(bytes(500), "anna", -1).close();
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void abortedBodyUsesNoSpace() throws IOException {
        try (BatchSpool spool = new BatchSpool(temporary, 1000)) {
            InputStream broken = new InputStream() {
                private int left = 400;

                @Override
                public int read() throws IOException {
                    if (left <= 0) {
                        throw new IOException("the client is gone");
                    }
                    left--;
                    return 0;
                }
            };
            assertThatThrownBy(() -> spool.take(broken, "anna", -1)).hasMessage("the client is gone");
            spool.take(bytes(500), "anna", -1).close();
            assertThat(files(temporary)).isEmpty();
        }
    }

    @Test
    void filesAreReadableOnlyByTheOwner() throws IOException {
        Path folder = temporary.resolve("spool");
        try (BatchSpool spool = new BatchSpool(folder, 1000);
                BatchSpool.Spooled spooled = spool.take(bytes(1), "anna", 1)) {
            assertThat(spooled.open().readAllBytes()).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(files(folder).getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void removesFilesOfKilledProcessesOnly() throws IOException {
        Path left = Files.createDirectories(temporary.resolve("process-killed"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("batch-1.ndjson"));
        Path hardlyBegun = Files.createDirectories(temporary.resolve("process-hardly-begun"));
        Path others = Files.createFile(temporary.resolve("somebody's notes"));

        try (BatchSpool first = new BatchSpool(temporary, 1000);
                BatchSpool.Spooled used = first.take(bytes(7), "anna", 7);
                BatchSpool second = new BatchSpool(temporary, 1000)) {
            assertThat(left).doesNotExist();
            assertThat(hardlyBegun).doesNotExist();
            assertThat(others).exists();
            assertThat(used.open().readAllBytes()).hasSize(7);
            second.take(bytes(1), "anna", 1).close();
        }
    }
}
