package org.parley.desk.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The words by which a sentence is understood, from the files beside the messages.
 *
 * @param verbs the expressions of each command
 * @param kinds the expressions of each kind of matter, by its slug
 * @param places what reports call a state or a body, by its code
 * @param glossary Spanish words with the English ones of titles
 */
record Dictionary(
        Map<String, List<Expression>> verbs,
        Map<String, List<Expression>> kinds,
        Map<String, List<Expression>> places,
        Map<Expression, List<String>> glossary) {
    static final Dictionary BUNDLED = bundled();

    private static Dictionary bundled() {
        Map<Expression, List<String>> glossary = new LinkedHashMap<>();
        read("glossary")
                .forEach((spanish, english) -> glossary.put(Expression.of(spanish), List.of(english.split(" "))));
        return new Dictionary(expressions("verbs"), expressions("kinds"), expressions("places"), glossary);
    }

    /** The English words for the Spanish ones of a sentence. */
    List<String> translated(SentenceWords sentence) {
        List<String> english = new ArrayList<>();
        glossary.forEach((spanish, words) -> {
            if (spanish.in(sentence).isPresent()) {
                english.addAll(words);
            }
        });
        return english;
    }

    private static Map<String, List<Expression>> expressions(String file) {
        Map<String, List<Expression>> expressions = new LinkedHashMap<>();
        read(file).forEach((name, line) -> expressions.put(name, Expression.list(line)));
        return expressions;
    }

    private static Map<String, String> read(String file) {
        Properties lines = new Properties();
        try (InputStream stream = Objects.requireNonNull(
                Dictionary.class.getResourceAsStream("/desk/proposal/" + file + ".properties"), file)) {
            lines.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new LinkedHashMap<>();
        Stream<String> names = lines.stringPropertyNames().stream().sorted();
        names.forEach(name -> sorted.put(name, lines.getProperty(name)));
        return sorted;
    }
}
