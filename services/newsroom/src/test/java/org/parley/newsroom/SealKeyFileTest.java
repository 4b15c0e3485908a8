package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.embedded.EmbeddedServerException;

class SealKeyFileTest {
    @TempDir
    private Path data;

    @Test
    void isCreatedOnceReadableByItsOwnerOnly() throws Exception {
        Path file = data.resolve("seal-key");
        String key = new SealKeyFile(file).readOrCreate();

        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(new SealKeyFile(file).readOrCreate()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void invalidFileIsNamedAndKept() throws Exception {
        Path file = data.resolve("seal-key");
        Files.writeString(file, "short");

        assertThatThrownBy(() -> new SealKeyFile(file).readOrCreate())
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("at least 32");
        assertThat(Files.readString(file)).isEqualTo("short");
    }
}
