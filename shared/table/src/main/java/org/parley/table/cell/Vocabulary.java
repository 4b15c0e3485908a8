package org.parley.table.cell;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.MatterKind;

/**
 * The labels of parties, commands and choices, so that a table may contain {@code United States} and
 * {@code Demand made}. Not thread-safe.
 */
public final class Vocabulary {
    private final Map<String, String> parties = new TreeMap<>();
    private final NameIndex partyNames = new NameIndex();
    private final NameIndex matterTitles = new NameIndex();
    private final NameIndex commands = new NameIndex();
    private final Map<String, Set<String>> choices = new HashMap<>();

    /** Creates a vocabulary with the names of commands and of their events. */
    public Vocabulary() {
        DomainCatalogue.commands().keySet().forEach(command -> commands.put(command, command));
        Stream.of(MatterKind.values())
                .flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream())
                .forEach(step -> commands.put(step.eventType(), step.commandName()));
    }

    /** Adds an admitted party. */
    public Vocabulary party(String code, String name) {
        parties.put(code, name);
        partyNames.put(code, code);
        partyNames.put(name, code);
        return this;
    }

    /** Adds a matter by its title. */
    public Vocabulary matter(String title, String slug) {
        matterTitles.put(title, slug);
        return this;
    }

    /** The short names of the matters with this title. */
    List<String> matters(String title) {
        return List.copyOf(matterTitles.find(title));
    }

    /** Adds a label of a command or of its event. */
    public Vocabulary command(String label, String command) {
        commands.put(label, command);
        return this;
    }

    /** Adds a label of a value of a choice, such as {@code STATE}. */
    public Vocabulary choice(String label, String value) {
        choices.computeIfAbsent(NameIndex.key(label), key -> new LinkedHashSet<>())
                .add(value);
        return this;
    }

    boolean isAdmitted(String code) {
        return parties.containsKey(code);
    }

    boolean hasParties() {
        return !parties.isEmpty();
    }

    /** The codes of the parties with this label. */
    List<String> parties(String label) {
        return List.copyOf(partyNames.find(label));
    }

    /** Whether it is the name of exactly one party, and that name contains parentheses. */
    boolean hasBrackets(String label) {
        List<String> found = parties(label);
        return found.size() == 1 && parties.getOrDefault(found.getFirst(), "").indexOf('(') >= 0;
    }

    /** The closest party for an unknown label, as code and name. */
    Optional<String> closestParty(String label) {
        return partyNames.closest(label).map(this::labelOf);
    }

    /** The party as code and name: {@code USA (United States)}. */
    String labelOf(String code) {
        String name = parties.getOrDefault(code, code);
        return name.equals(code) ? code : code + " (" + name + ")";
    }

    public List<String> commands(String label) {
        return List.copyOf(commands.find(label));
    }

    public Optional<String> closestCommand(String label) {
        return commands.closest(label);
    }

    /** The one value with this label; null when there is none or several. */
    @Nullable String choice(String label, List<String> values) {
        String key = NameIndex.key(label);
        List<String> found = values.stream()
                .filter(value -> NameIndex.key(value).equals(key)
                        || choices.getOrDefault(key, Set.of()).contains(value))
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }
}
