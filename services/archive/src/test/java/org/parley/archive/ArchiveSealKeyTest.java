package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.testkit.BackingServices;
import org.parley.testkit.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Without a key no record can be verified, so the archive does not start. */
@ExtendWith(OutputCaptureExtension.class)
class ArchiveSealKeyTest {
    @Test
    void startFailsWithInstructions(CapturedOutput output) {
        TestDatabase database = BackingServices.shared().newDatabase();
        assertThatThrownBy(() -> new SpringApplicationBuilder(ArchiveApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--spring.datasource.url=" + database.jdbcUrl(),
                                "--spring.datasource.username=" + database.username(),
                                "--spring.datasource.password=" + database.password()))
                .hasStackTraceContaining("MissingSealKeyException");
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("parley.stream.seal-key is not set")
                .contains("PARLEY_STREAM_SEAL_KEY");
    }
}
