package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.command.CommandRequest;

/** The bundled dossiers without a server: every line is a command with an id and a source that the rules accept. */
class DossierTest {
    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void idsAreUnique(String name) {
        List<CommandRequest> commands = ReplayedDossier.read(name).commands();
        assertThat(commands)
                .hasSizeGreaterThan(50)
                .extracting(CommandRequest::developmentId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(commands).extracting(CommandRequest::negotiation).containsOnly(name);
    }

    /** So an edition with any other line opens with another id, and is not loaded on top of this one. */
    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void openingIdIsMadeFromTheOtherLines(String name) {
        UUID expected = UUID.nameUUIDFromBytes(Dossier.bundled(name).others().getBytes(UTF_8));
        assertThat(ReplayedDossier.read(name).commands().getFirst().developmentId())
                .as("the developmentId of the first line")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void everyDevelopmentHasASource(String name) {
        assertThat(ReplayedDossier.read(name).commands())
                .filteredOn(command -> command.occurred() != null)
                .hasSizeGreaterThan(50)
                .allSatisfy(command -> assertThat(command.evidence()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ukraine-2025", "colombia-2012"})
    void everyLineIsAccepted(String name) {
        ReplayedDossier dossier = ReplayedDossier.read(name);
        assertThat(dossier.replay().lastPosition()).isEqualTo(dossier.commands().size());
    }

    @Test
    void unknownDossierIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dossier.bundled("atlantis"))
                .withMessageContaining("parley.dossiers")
                .withMessageContaining("atlantis");
    }
}
