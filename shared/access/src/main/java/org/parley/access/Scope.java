package org.parley.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a token may be used for. None lets a program do more than its owner may; accounts and tokens are beyond all. */
public enum Scope {
    /** Questions, the trail, exports, the stream. */
    READ,
    /** Commands, and what else changes something of a newsroom's daily work. */
    RECORD,
    /** What a chief looks after: metrics, rebuilds, taking back. */
    OPERATE;

    /** Its name as requests and answers have it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a word, if there is such a one. */
    static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    /** The least role that has any use for it. */
    Role role() {
        return switch (this) {
            case READ -> Role.READER;
            case RECORD -> Role.EDITOR;
            case OPERATE -> Role.CHIEF;
        };
    }

    /** As one text, with a space between them. */
    static String join(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    /**
     * Reads what {@link #join} wrote.
     *
     * @throws IllegalArgumentException if a word is no scope
     */
    static Set<Scope> split(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split(" ", -1)) {
            scopes.add(of(word).orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no scope")));
        }
        return scopes;
    }
}
