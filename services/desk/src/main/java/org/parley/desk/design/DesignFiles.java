package org.parley.desk.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * What the style sheet of tokens and the sprite hold, read from the files themselves.
 *
 * @param tokens the tokens of the light theme on a wide screen, in the order of the file
 * @param icons the names of the icons
 */
record DesignFiles(List<Token> tokens, List<String> icons) {
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): *([^;]+);");
    private static final Pattern ICON = Pattern.compile("<symbol id=\"([a-z]+)\"");

    /**
     * A token.
     *
     * @param name without its dashes
     * @param value as the style sheet has it
     */
    record Token(String name, String value) {
        boolean isColour() {
            return value.startsWith("#");
        }
    }

    static DesignFiles read() {
        String tokens = text("static/desk/tokens.css");
        String light = tokens.substring(tokens.indexOf(":root {"), tokens.indexOf("@media"));
        return new DesignFiles(
                TOKEN.matcher(light)
                        .results()
                        .map(found -> new Token(found.group(1), found.group(2)))
                        .toList(),
                ICON.matcher(text("static/desk/icons.svg"))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    List<Token> colours() {
        return tokens.stream().filter(Token::isColour).toList();
    }

    /** The sizes of type, from the smallest. */
    List<Token> sizes() {
        return tokens.stream().filter(token -> token.name().startsWith("t-")).toList();
    }

    List<Token> others() {
        return tokens.stream()
                .filter(Predicate.not(Token::isColour))
                .filter(token -> !token.name().startsWith("t-"))
                .toList();
    }

    private static String text(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
