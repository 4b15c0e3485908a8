package org.parley.table;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names by all that they are called: capitals, accents, spaces and hyphens make no difference. */
final class NameIndex {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MISTYPED_MAX = 3;

    private final Map<String, Set<String>> names = new HashMap<>();

    /** What two labels have in common that are taken for the same. */
    static String key(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        return NOT_LETTERS.matcher(plain.replaceFirst("^the\\s+", "")).replaceAll("");
    }

    void put(String label, String name) {
        String key = key(label);
        if (!key.isEmpty()) {
            names.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(name);
        }
    }

    /** All that is called so. */
    Set<String> find(String label) {
        return names.getOrDefault(key(label), Set.of());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What was probably meant by a label that nothing has. */
    Optional<String> near(String label) {
        return near(label, names);
    }

    /** The one of these that was probably meant. */
    static Optional<String> near(String label, Collection<String> all) {
        Map<String, Set<String>> byKey = new HashMap<>();
        all.forEach(name -> byKey.put(key(name), Set.of(name)));
        return near(label, byKey);
    }

    private static Optional<String> near(String label, Map<String, Set<String>> names) {
        String key = key(label);
        int limit = Math.min(MISTYPED_MAX, key.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        Set<String> nearest = new LinkedHashSet<>();
        int best = limit;
        for (Map.Entry<String, Set<String>> other : names.entrySet()) {
            int steps = distance.apply(key, other.getKey());
            if (steps > 0 && steps <= best) {
                if (steps < best) {
                    nearest.clear();
                }
                best = steps;
                nearest.addAll(other.getValue());
            }
        }
        return nearest.size() == 1 ? Optional.of(nearest.iterator().next()) : Optional.empty();
    }
}
