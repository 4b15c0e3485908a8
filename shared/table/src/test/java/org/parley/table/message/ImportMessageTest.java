package org.parley.table.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.table.report.RowRelation;

class ImportMessageTest {
    private static final Pattern KEY = Pattern.compile(
            "\"((?:file|column|row|line|cell|command|number|date|flag|embargo|choice|grade|shortName|party|source|handover)\\.[A-Za-z0-9.]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");

    private static Properties bundle(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                ImportMessageTest.class.getResourceAsStream("/org/parley/table/" + name), StandardCharsets.UTF_8)) {
            texts.load(file);
            return texts;
        }
    }

    @Test
    void bothLanguagesHaveTheSameMessagesAndPlaceholders() throws IOException {
        Properties english = bundle("messages.properties");
        Properties spanish = bundle("messages_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames().forEach(key -> assertThat(placeholders(spanish.getProperty(key)))
                .as(key)
                .isEqualTo(placeholders(english.getProperty(key))));
    }

    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            placeholders.add(matcher.group(1));
        }
        return placeholders;
    }

    @Test
    void everyMessageIsUsedAndExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/parley/table"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        Set<String> existing = new TreeSet<>(bundle("messages.properties").stringPropertyNames());
        existing.removeIf(key -> key.startsWith("related.") || key.startsWith("file.separator."));
        used.remove("file.separator.");

        assertThat(used).isEqualTo(existing);
        for (RowRelation.Relation relation : RowRelation.Relation.values()) {
            for (long number : List.of(0L, 12L)) {
                assertThat(new RowRelation(relation, null, number, "what the ledger says")
                                .message()
                                .text(Locale.ENGLISH))
                        .isNotBlank();
            }
        }
    }

    @Test
    void fallsBackToEnglish() {
        ImportMessage message = ImportMessage.of("related.alreadyAt", 12);

        assertThat(message.text(Locale.of("es", "MX"))).isEqualTo("Ya está registrada como entrada 12.");
        assertThat(message.text(Locale.of("tr"))).isEqualTo("Already recorded as entry 12.");
        assertThat(ImportMessage.of("file.title", 1, "it's {0}"))
                .hasToString("Line 1 stands above the headings and is left out: “it's {0}”.");
    }
}
