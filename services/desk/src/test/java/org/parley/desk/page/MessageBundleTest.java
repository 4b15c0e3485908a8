package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.desk.form.CommandFields;
import org.parley.desk.form.DateInput;
import org.parley.desk.form.FormField;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.alert.AlertReason;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.history.Standing;
import org.parley.domain.matter.MatterKind;

/** The message bundles of all languages are complete and consistent. */
class MessageBundleTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
    private static final Pattern USED = Pattern.compile("#\\{([A-Za-z][A-Za-z.0-9]*)[}(]");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/desk");

    private static Properties bundle(String name) {
        Properties texts = new Properties();
        try (InputStream file =
                Objects.requireNonNull(MessageBundleTest.class.getResourceAsStream("/desk/" + name), name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Properties ENGLISH = bundle("messages.properties");
    private static final Properties SPANISH = bundle("messages_es.properties");

    @Test
    void bothBundlesHaveTheSameKeys() {
        assertThat(SPANISH.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    }

    @Test
    void bothBundlesHaveTheSamePlaceholders() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(places(SPANISH.getProperty(key))).as(key).isEqualTo(places(ENGLISH.getProperty(key)));
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_es.properties"})
    void everyDomainConstantHasALabel(String language) {
        Set<String> named = bundle(language).stringPropertyNames();
        Set<String> needed = new HashSet<>();
        DomainCatalogue.events().keySet().forEach(event -> needed.add("event." + event));
        for (MatterKind kind : MatterKind.values()) {
            needed.add("kind." + kind.slug());
            needed.add("kinds." + kind.slug());
            DomainCatalogue.type(kind)
                    .lifecycle()
                    .states()
                    .forEach(state -> needed.add("term." + ((Enum<?>) state).name()));
        }
        for (Standing standing : Standing.values()) {
            needed.add("term.standing." + standing);
        }
        for (AlertReason reason : AlertReason.values()) {
            needed.add("alert." + reason);
            if (reason != AlertReason.MEETING_WITHOUT_DATE && reason != AlertReason.EXCHANGE_AGREED) {
                needed.add("alert." + reason + ".coming");
            }
        }
        for (AgreementForm form : AgreementForm.values()) {
            needed.add("group.agreement-" + form);
        }
        DateInput.HOW.forEach(how -> needed.add("how." + how));
        for (String command : DomainCatalogue.commands().keySet()) {
            for (FormField field : CommandFields.of(command)) {
                if (!named.contains("field." + command + "." + field.name())) {
                    needed.add("field." + field.name());
                }
                field.options().forEach(option -> needed.add("term." + option));
            }
        }
        assertThat(named).containsAll(needed);
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                Matcher matcher = USED.matcher(Files.readString(template));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(ENGLISH.stringPropertyNames()).containsAll(used);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String sources = Stream.of(TEMPLATES, Path.of("src/main/java"))
                .flatMap(MessageBundleTest::files)
                .collect(Collectors.joining());
        List<String> made = List.of(
                "event.",
                "command.",
                "term.",
                "field.",
                "kind.",
                "kinds.",
                "new.",
                "how.",
                "tally.",
                "reliability.",
                "credibility.",
                "facet.",
                "health.",
                "bulk.phase.",
                "problem.",
                "warning.",
                "mark.",
                "signIn.",
                "accounts.role.",
                "tokens.scope.",
                "tokens.hint.",
                "tokens.lasts.",
                "projections.begin.",
                "log.hint.",
                "box.newMatter.",
                "box.start.",
                "time.",
                "bulk.verdict.",
                "bulk.encoding.",
                "alert.",
                "group.",
                "views.of.",
                "views.whole.",
                "views.filter.",
                "views.outcome.");
        assertThat(ENGLISH.stringPropertyNames().stream()
                        .filter(key -> made.stream().noneMatch(key::startsWith))
                        .filter(key -> !sources.contains(key)))
                .isEmpty();
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(MessageBundleTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
