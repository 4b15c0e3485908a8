package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The operators' configuration table has every property of every service with its default. */
class ConfigurationTableTest {
    private static final Path PAGE = Path.of("../../docs/operators/configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(parley\\.[a-z.-]+)` \\| (.+?) \\| .+ \\| .+ \\|$");

    /** The properties of the code with their defaults in the table's format; empty if the default is computed. */
    private static Map<String, String> properties() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> properties = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.parley")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            add(properties, prefix, type);
        }
        return properties;
    }

    private static void add(Map<String, String> properties, String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                add(properties, name, component.getType());
            } else {
                properties.put(name, written(component.getAnnotation(DefaultValue.class)));
            }
        }
    }

    private static String written(DefaultValue value) {
        return value == null || value.value().length == 0 ? "" : "`" + String.join("`, `", value.value()) + "`";
    }

    private static Map<String, String> table() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2), ConfigurationTableTest::twice, TreeMap::new));
    }

    private static String twice(String one, String other) {
        throw new AssertionError("a property is in the table twice: " + one + ", " + other);
    }

    @Test
    void tableHasEveryProperty() throws IOException {
        assertThat(table()).hasSizeGreaterThan(40).containsOnlyKeys(properties().keySet());
    }

    @Test
    void tableHasTheDefaultsOfTheCode() throws IOException {
        Map<String, String> table = table();
        properties().forEach((name, value) -> {
            if (!value.isEmpty()) {
                assertThat(table.get(name)).as(name).isEqualTo(value);
            }
        });
    }

    /** The operators' pages only name existing properties. */
    @Test
    void pagesNameOnlyExistingProperties() throws IOException {
        Set<String> known = properties().keySet();
        Pattern named =
                Pattern.compile("`(parley\\.(?:access|http|ledger|archive|desk|kafka|stream|telemetry)\\.[a-z.-]+)`");
        for (String page : new String[] {"access.md", "services.md", "monitoring.md", "backup.md"}) {
            assertThat(named.matcher(Files.readString(PAGE.resolveSibling(page)))
                            .results()
                            .map((MatchResult match) -> match.group(1))
                            .filter(name ->
                                    !name.startsWith("parley.ledger.v") && !name.startsWith("parley.kafka.client.")))
                    .as(page)
                    .isSubsetOf(known);
        }
    }
}
