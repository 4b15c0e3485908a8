package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;
import tools.jackson.databind.JsonNode;

/** Every approved event reads as a sentence in both languages. */
class SentenceLanguageTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");

    /** Words with which an untranslated sentence would be built. */
    private static final String ENGLISH = "the|and|of|was|were|is|are|has|been|not|would|by|with|that|since|until"
            + "|between|about|perhaps|due|its|it|which|than|report|newsroom|parties|ceasefire|agreement|meeting"
            + "|guarantee|question|warning|demand|understanding|talks|commitment";

    private static final Map<String, String> SPANISH_NAMES =
            Map.of("RUS", "Rusia", "UKR", "Ucrania", "USA", "Estados Unidos", "GBR", "el Reino Unido", "IRN", "Irán");

    private record Sample(Path file, Development development) {
        static Sample of(Path file) {
            String event = file.getFileName().toString().replaceFirst("\\..*", "");
            try {
                return new Sample(file, DevelopmentJson.read(new EventTypeName(event, 1), Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        String sentence(Language language) {
            Event event = development.event();
            MatterKind kind = event instanceof EditorialEvent
                    ? MatterKind.CEASEFIRE
                    : DomainCatalogue.kindOf(event).orElseThrow();
            MatterAddress address = new MatterAddress("talks-2025", kind, "alaska-2025");
            UUID id = UUID.fromString("01989f1e-5c00-7a00-8000-000000000001");
            return EntrySentence.of(
                    new Names(),
                    new LedgerEntry(id, address, 7, Instant.parse("2025-08-20T10:00:00Z"), "maria", development),
                    language);
        }

        /** The texts that were recorded, the longest first. */
        List<String> texts() throws IOException {
            List<String> texts = new ArrayList<>(List.of("Vladimir Putin", "Cumbre"));
            collect(Json.MAPPER.readTree(Files.readAllBytes(file)), texts);
            texts.removeIf(text -> text.matches("[a-z]{1,4}|[0-9-]+|[A-Z]+"));
            texts.sort((a, b) -> b.length() - a.length());
            return texts;
        }

        private static void collect(JsonNode json, List<String> texts) {
            if (json.isString()) {
                texts.add(json.asString());
            }
            json.forEach(each -> collect(each, texts));
        }

        @Override
        public String toString() {
            return file.getParent().getFileName() + "/" + file.getFileName();
        }
    }

    private static final class Names implements EntrySentence.Context {
        @Override
        public String partyName(PartyCode code, Instant world) {
            return SPANISH_NAMES.getOrDefault(code.text(), "Suiza");
        }

        @Override
        public String admittedName(PartyCode code, String recorded, Instant world) {
            return recorded;
        }

        @Override
        public boolean isRenamed(PartyCode code, String name, Instant world) {
            return false;
        }

        @Override
        public String title(MatterAddress matter, Instant world) {
            return "Cumbre";
        }

        @Override
        public Optional<LedgerEntry> entry(MatterAddress matter, UUID id) {
            Development target = Sample.of(APPROVED.resolve("v1/CeasefireRejected.full.json"))
                    .development();
            MatterAddress address = new MatterAddress("talks-2025", MatterKind.CEASEFIRE, "alaska-2025");
            return Optional.of(new LedgerEntry(id, address, 3, Instant.parse("2025-08-19T10:00:00Z"), "maria", target));
        }
    }

    static Stream<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.walk(APPROVED)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(Sample::of).toList().stream();
        }
    }

    @Test
    void thereAreSamplesOfEveryEvent() throws IOException {
        assertThat(samples().map(sample -> sample.development().event().type()))
                .containsAll(DomainCatalogue.events().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsInBothLanguages(Sample sample) throws IOException {
        String english = sample.sentence(Language.ENGLISH);
        String spanish = sample.sentence(Language.SPANISH);

        assertThat(english).endsWith(".").doesNotEndWith("..").doesNotContain("null", "  ", "«");
        assertThat(spanish).endsWith(".").doesNotEndWith("..").isNotEqualTo(english);
        assertThat(spanish.codePointAt(0)).matches(first -> Character.isUpperCase(first) || first == '«');
        String own = spanish;
        for (String text : sample.texts()) {
            own = own.replace(text.strip().replaceAll("\\.$", ""), "…");
        }
        assertThat(own)
                .as(spanish)
                .doesNotContainPattern("(?i)\\b(" + ENGLISH + ")\\b")
                .doesNotContainPattern("\\b(?!UTC\\b)[A-Z]{3,}\\b")
                .doesNotContain("alaska-2025", "null", "  ", " de el ", " a el ", " y I");
    }
}
