package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.testkit.ApiClient.Answer;

/** The metrics and traces of a newsroom. */
@ExtendWith(SharedNewsroom.class)
class TelemetryTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern ALERT = Pattern.compile("(?m)^ +expr: (.+)$");

    /** The parts of a PromQL expression that are no metric names: strings, labels, ranges, grouping. */
    private static final Pattern NO_NAME = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b[a-z_]{2,}\\b(?! *\\()");
    private static final Set<String> OPERATORS = Set.of("by", "or", "and", "unless");

    /** Metrics of Prometheus itself. */
    private static final Set<String> ITS_OWN = Set.of("up");

    private final RunningNewsroom newsroom;

    TelemetryTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
    }

    private Set<String> scraped() {
        Answer scrape = newsroom.chief().get("/actuator/prometheus");
        assertThat(scrape.status()).isEqualTo(200);
        return scrape.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void metricsRequireChiefOrMetricsToken() {
        assertThat(newsroom.anonymous().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(newsroom.editor().get("/actuator/prometheus").status()).isEqualTo(403);
        String token = "Bearer " + SharedNewsroom.METRICS_TOKEN;
        assertThat(newsroom.anonymous()
                        .get("/actuator/prometheus", "Authorization", token)
                        .status())
                .isEqualTo(200);
        for (String path : List.of("/actuator/metrics", "/actuator/prometheus/", "/api/accounts")) {
            assertThat(newsroom.anonymous().get(path, "Authorization", token).status())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(newsroom.anonymous()
                        .get("/actuator/prometheus", "Authorization", token + "x")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void documentationNamesEveryMetric() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operators/monitoring.md"));
        String table = page.substring(page.indexOf("<!-- metrics:begin -->"), page.indexOf("<!-- metrics:end -->"));
        Set<String> documented = Pattern.compile("`(parley_\\w+)`")
                .matcher(table)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = scraped().stream()
                .filter(name -> name.startsWith("parley_"))
                .map(name -> name.replaceFirst("(_seconds)_(bucket|count|sum|max)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(ours);
    }

    @Test
    void metricsOfDashboardAndAlertsExist() throws IOException {
        System.gc(); // the metric exists only after a garbage collection
        Set<String> asked = Stream.concat(
                        Json.MAPPER
                                .readTree(Files.readAllBytes(ROOT.resolve("infra/grafana/dashboards/parley.json")))
                                .findValuesAsString("expr")
                                .stream(),
                        ALERT.matcher(Files.readString(ROOT.resolve("infra/prometheus/alerts.yml")))
                                .results()
                                .map(match -> match.group(1)))
                .flatMap(expression -> NAME.matcher(NO_NAME.matcher(expression).replaceAll(" "))
                        .results()
                        .map(MatchResult::group))
                .filter(name -> !OPERATORS.contains(name) && !ITS_OWN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(asked).hasSizeGreaterThan(25);
        await().untilAsserted(() -> assertThat(scraped()).containsAll(asked));
    }

    @Test
    void labelsHaveNoUserInput() {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        talks.give("{'command':'EndCeasefire','matter':'truce','occurred':'2025-08-20','by':'UPL'}");
        String scrape = newsroom.chief().get("/actuator/prometheus").body();
        assertThat(scrape)
                .contains(
                        "parley_commands_total{command=\"EndCeasefire\",outcome=\"refused\",reason=\"UnknownMatter\"}")
                .doesNotContain(talks.slug());
    }

    @Test
    void traceLeadsFromCommandOverRelayToProjections() {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        Answer answer = talks.give("{'command':'RaiseQuestion','matter':'money','title':'Who pays','theme':'ECONOMY'}");
        assertThat(answer.status()).isEqualTo(201);
        String id = answer.response().headers().firstValue("X-Correlation-Id").orElseThrow();
        await().atMost(NegotiationReader.PATIENCE).untilAsserted(() -> assertThat(TraceCollector.SHARED.names(id))
                .contains(
                        "http post /api/commands",
                        "relay QuestionRaised",
                        "project trail",
                        "project state",
                        "project proof"));
    }
}
