package org.parley.kubernetes;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The configuration properties of the services with their defaults, from their {@code @ConfigurationProperties}
 * classes.
 */
final class ServiceProperties {
    private static final String ANY_KEY = ".*";

    private final Map<String, String> defaults = new TreeMap<>();

    private ServiceProperties() {}

    static ServiceProperties ofTheServices() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        ServiceProperties all = new ServiceProperties();
        for (BeanDefinition found : scan.findCandidateComponents("org.parley")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            all.add(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        return all;
    }

    private void add(String prefix, Class<?> type) {
        Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            String name = prefix + "." + kebab(components[i].getName());
            if (components[i].getType().isRecord()) {
                add(name, components[i].getType());
            } else {
                boolean open = Map.class.isAssignableFrom(components[i].getType());
                String value = Optional.ofNullable(parameters[i].getAnnotation(DefaultValue.class))
                        .map(DefaultValue::value)
                        .filter(values -> values.length > 0)
                        .map(values -> values[0])
                        .orElse("");
                defaults.put(open ? name + ANY_KEY : name, value);
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The default of a property; empty if it has none. */
    String byDefault(String name) {
        if (!defaults.containsKey(name)) {
            throw new AssertionError("no service has the property " + name);
        }
        return defaults.get(name);
    }

    /** Whether a service has a property with this name or environment variable. */
    boolean know(String name) {
        String wanted = plain(name);
        return defaults.keySet().stream()
                .anyMatch(known -> known.endsWith(ANY_KEY)
                        ? wanted.startsWith(plain(known.substring(0, known.length() - ANY_KEY.length())))
                        : wanted.equals(plain(known)));
    }

    /** The name without the characters that an environment variable cannot have. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }
}
