package org.parley.access.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an API token is for. A token never grants more than its owner's role, and no scope covers accounts and tokens.
 */
public enum Scope {
    /** Queries, the trail, exports, live streams. */
    READ,
    /** Commands, and the other changes of a newsroom's daily work. */
    RECORD,
    /** Operations of a chief: metrics, rebuilds, restoring from the topic. */
    OPERATE;

    /** The name in requests and responses, in lower case. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this name; empty if there is none. */
    public static Optional<Scope> of(String name) {
        return Stream.of(values()).filter(scope -> scope.value().equals(name)).findFirst();
    }

    /** The lowest role whose owner may create a token with this scope. */
    public Role minimumRole() {
        return switch (this) {
            case READ -> Role.READER;
            case RECORD -> Role.EDITOR;
            case OPERATE -> Role.CHIEF;
        };
    }

    /** The names in a fixed order, separated by spaces. */
    public static String join(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::value).collect(Collectors.joining(" "));
    }

    /**
     * Parses the result of {@link #join}.
     *
     * @throws IllegalArgumentException if a name is not a scope
     */
    public static Set<Scope> split(String names) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : names.split(" ", -1)) {
            scopes.add(of(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is not a scope")));
        }
        return scopes;
    }
}
