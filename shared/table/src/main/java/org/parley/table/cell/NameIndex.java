package org.parley.table.cell;

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

/** Finds names by their labels. Labels are compared without case, accents, spaces and hyphens. */
public final class NameIndex {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MISTYPED_MAX = 3;

    private final Map<String, Set<String>> names = new HashMap<>();

    /** The form in which labels are compared: two labels with the same key are equal. */
    public static String key(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
        return NOT_LETTERS.matcher(plain.replaceFirst("^the\\s+", "")).replaceAll("");
    }

    void put(String label, String name) {
        String key = key(label);
        if (!key.isEmpty()) {
            names.computeIfAbsent(key, added -> new LinkedHashSet<>()).add(name);
        }
    }

    /** The names with this label. */
    Set<String> find(String label) {
        return names.getOrDefault(key(label), Set.of());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** The closest name for an unknown label; empty when there is none or several are equally close. */
    Optional<String> closest(String label) {
        return closest(label, names);
    }

    /** The closest of these names; empty when there is none or several are equally close. */
    public static Optional<String> closest(String label, Collection<String> all) {
        Map<String, Set<String>> byKey = new HashMap<>();
        all.forEach(name -> byKey.put(key(name), Set.of(name)));
        return closest(label, byKey);
    }

    private static Optional<String> closest(String label, Map<String, Set<String>> names) {
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
