package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.embedded.EmbeddedServerException;

class NewsroomSettingsTest {
    private static final Path HOME = Path.of("/srv/newsroom");

    @Test
    void defaultsAreThoseOfTheReadme() {
        assertThat(NewsroomSettings.of(Map.of(), HOME))
                .isEqualTo(new NewsroomSettings(HOME.resolve("data"), 8080, 9092));
    }

    @Test
    void environmentOverridesDefaults() {
        assertThat(NewsroomSettings.of(
                        Map.of("PARLEY_DATA", "/var/parley", "PARLEY_PORT", "80", "PARLEY_KAFKA_PORT", " 0 "), HOME))
                .isEqualTo(new NewsroomSettings(Path.of("/var/parley"), 80, 0));
    }

    @Test
    void blankVariableIsNotSet() {
        assertThat(NewsroomSettings.of(Map.of("PARLEY_DATA", "", "PARLEY_PORT", "", "PARLEY_KAFKA_PORT", ""), HOME))
                .isEqualTo(NewsroomSettings.of(Map.of(), HOME));
    }

    @ParameterizedTest
    @CsvSource({"PARLEY_PORT,eighty", "PARLEY_PORT,-1", "PARLEY_KAFKA_PORT,65536", "PARLEY_KAFKA_PORT,8080.5"})
    void invalidPortIsNamed(String name, String port) {
        assertThatThrownBy(() -> NewsroomSettings.of(Map.of(name, port), HOME))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContainingAll(name, port);
    }
}
