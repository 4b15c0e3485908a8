package org.parley.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that all relative links and anchors in all documents resolve. Web addresses are not checked. */
class LinksTest {
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final Pattern ON_THE_WEB = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern NAMED_BY_CODE = Pattern.compile("\\bdocs/[\\w./-]+\\.md\\b");
    private static final Set<String> CODE = Set.of("java", "yml", "yaml", "xml", "html", "sql", "properties", "http");

    /** The links and anchors of a Markdown document. */
    private record Document(List<String> links, Set<String> anchors) {
        static Document of(Path file) throws IOException {
            Document document = new Document(new ArrayList<>(), new LinkedHashSet<>());
            MARKDOWN.parse(Files.readString(file)).accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    document.links.add(link.getDestination());
                    visitChildren(link);
                }

                @Override
                public void visit(Image image) {
                    document.links.add(image.getDestination());
                    visitChildren(image);
                }

                @Override
                public void visit(Heading heading) {
                    document.addAnchor(slug(text(heading)));
                    visitChildren(heading);
                }
            });
            return document;
        }

        /** GitHub numbers headings with the same text: the second one is {@code text-1}. */
        private void addAnchor(String slug) {
            String anchor = slug;
            for (int i = 1; !anchors.add(anchor); i++) {
                anchor = slug + "-" + i;
            }
        }
    }

    static Stream<Path> documents() throws IOException {
        return Repository.files().filter(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkResolves(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String link : Document.of(Repository.ROOT.resolve(document)).links()) {
            if (!ON_THE_WEB.matcher(link).matches() && !resolves(document, link)) {
                broken.add(link);
            }
        }
        assertThat(broken).as("broken links in %s", document).isEmpty();
    }

    private static boolean resolves(Path document, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        Path from = Repository.ROOT.resolve(document);
        Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        if (path.startsWith("/") || !target.startsWith(Repository.ROOT) || !Files.exists(target)) {
            return false;
        }
        return hash < 0
                || (target.toString().endsWith(".md")
                        && Document.of(target).anchors().contains(link.substring(hash + 1)));
    }

    /** Messages, comments and configuration refer to documents by their path from the root. */
    @Test
    void everyDocumentReferredToInCodeExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Repository.files()) {
            for (Path file : files.filter(LinksTest::isCode).toList()) {
                NAMED_BY_CODE
                        .matcher(Files.readString(Repository.ROOT.resolve(file)))
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !Files.exists(Repository.ROOT.resolve(name)))
                        .forEach(name -> missing.add(file + " names " + name));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isCode(Path file) {
        String name = file.getFileName().toString();
        return CODE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak part) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    /** The anchor that GitHub gives a heading. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
    }

    @Test
    void anchorsAreThoseOfGitHub() {
        assertThat(slug("An organisation's provider")).isEqualTo("an-organisations-provider");
        assertThat(slug("Health, metrics & `logs` (all)")).isEqualTo("health-metrics--logs-all");
        assertThat(slug("IN_FORCE – II")).isEqualTo("in_force--ii");
    }
}
