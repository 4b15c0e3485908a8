package org.parley.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.testkit.ApiClient;
import tools.jackson.databind.JsonNode;

/** Pages of the packaged newsroom: of its largest dossier, and of a negotiation with many matters and entries. */
final class PageBenchmarks {
    private static final String PASSWORD = "a password of benchmarks";
    private static final String LARGE = "large-talks";
    private static final int PARTIES = 40;
    private static final int ENTRIES_PER_MATTER = 59;
    private static final int LINES_PER_BATCH = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int REQUESTS_PER_QUERY = 10;

    private final BenchmarkSizes sizes;
    private final BenchmarkReport report;

    PageBenchmarks(BenchmarkSizes sizes, BenchmarkReport report) {
        this.sizes = sizes;
        this.report = report;
    }

    void run(Path folder) throws Exception {
        if (!StartedProgram.isBuilt()) {
            report.omit("pages", "the packaged newsroom is not built");
            return;
        }
        Files.createDirectories(folder);
        try (StartedProgram program =
                // Without a cache, which the program would write meanwhile.
                StartedProgram.start(
                        folder.resolve("newsroom"), Map.of("PARLEY_PASSWORD", PASSWORD, "PARLEY_CACHE", ""))) {
            ApiClient reader = ApiClient.anonymous(program.address());
            pages(reader, "dossier", dossier(reader));
            record(reader.as("chief", PASSWORD));
            pages(reader, "large", LARGE);
            program.stop();
        }
    }

    private static String dossier(ApiClient reader) {
        List<JsonNode> found = new ArrayList<>();
        reader.get("/api/negotiations").json().path("negotiations").forEach(found::add);
        return found.stream()
                .max(Comparator.comparingLong(one -> one.path("through").asLong()))
                .orElseThrow()
                .path("negotiation")
                .asString();
    }

    /** Records guarantees that are proposed and then discussed, each by many parties. */
    private void record(ApiClient chief) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(command("OpenNegotiation", "'title':'Large talks','occurred':'2014-12-01'"));
        for (int party = 0; party < PARTIES; party++) {
            lines.add(command(
                    "AdmitParty", "'party':'P%1$d','name':'Party number %1$d','partyKind':'STATE'".formatted(party)));
        }
        int matters = Math.max(1, sizes.developments() / ENTRIES_PER_MATTER);
        for (int n = 0; n < sizes.developments(); n++) {
            String other = "P" + (n + 1) % PARTIES;
            String what = n < matters
                    ? "'title':'Guarantee number %d','to':'%s','form':'MUTUAL_DEFENCE','terms':'As among allies.'"
                            .formatted(n, other)
                    : "'with':['%s'],'summary':'They speak of its terms.'".formatted(other);
            String common = "'matter':'g%d','occurred':'%s','by':'P%d'"
                    .formatted(n % matters, FIRST_DAY.plusDays((long) n * DAYS / sizes.developments()), n % PARTIES);
            String evidence =
                    "'evidence':{'sources':[{'publisher':'Agency','title':'Report %d'}],'grade':'B2'}".formatted(n);
            lines.add(command(
                    n < matters ? "ProposeGuarantee" : "DiscussGuarantee", String.join(",", what, common, evidence)));
        }
        String last = "";
        for (int from = 0; from < lines.size(); from += LINES_PER_BATCH) {
            List<String> batch = lines.subList(from, Math.min(lines.size(), from + LINES_PER_BATCH));
            for (JsonNode result : chief.batch(String.join("\n", batch))) {
                if (result.path("status").asInt() >= 300) {
                    throw new IllegalStateException("A command was not recorded: " + result);
                }
                last = result.path("developmentId").asString();
            }
        }
        String id = last;
        BenchmarkServer.await(() -> chief.get("/api/developments/" + id).status() == 200);
    }

    private static String command(String name, String fields) {
        return "{'command':'%s','negotiation':'%s',%s}"
                .formatted(name, LARGE, fields)
                .replace('\'', '"');
    }

    private void pages(ApiClient reader, String name, String negotiation) throws Exception {
        String api = "/api/negotiations/" + negotiation;
        JsonNode entry =
                reader.get(api + "/trail?limit=1").json().path("entries").get(0);
        String n = "/n/" + negotiation;
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("standing", n);
        pages.put("standing-in-the-past", n + "?asOf=2025-08-18&knownAt=2099-01-01");
        pages.put("matters", n + "/matters");
        pages.put(
                "matter",
                n + "/matters/" + entry.path("kind").asString() + "/"
                        + entry.path("matter").asString());
        pages.put("entry", n + "/entries/" + entry.path("developmentId").asString());
        pages.put("trail", n + "/trail");
        pages.put("changes", n + "/changes?from=2025-08-14&to=2025-08-19");
        pages.put("timeline", n + "/timeline");
        pages.put("find", n + "/find?q=guarantee");
        pages.put("wall", "/wall/" + negotiation);
        int requests = Math.max(1, sizes.queries() / REQUESTS_PER_QUERY);
        pages.values().forEach(page -> warm(reader, page));
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < sizes.rounds(); round++) {
            for (var page : pages.entrySet()) {
                rounds.computeIfAbsent(page.getKey(), any -> new ArrayList<>())
                        .add(BenchmarkResult.percentile(measure(reader, page.getValue(), requests), 50));
            }
        }
        rounds.forEach((page, values) ->
                report.add(new BenchmarkResult(name + "/" + page + "/p50", "ms", values, null, List.of())));
    }

    /** As many requests as of queries, but not for longer than a few seconds. */
    private void warm(ApiClient reader, String path) {
        long end = System.nanoTime() + WARM_UP.toNanos();
        for (int n = 0; n < sizes.queries() && System.nanoTime() < end; n++) {
            measure(reader, path, 1);
        }
    }

    private static List<Double> measure(ApiClient reader, String path, int requests) {
        List<Double> millis = new ArrayList<>();
        for (int n = 0; n < requests; n++) {
            long begin = System.nanoTime();
            ApiClient.Answer page = reader.get(path, "Accept", "text/html");
            if (page.status() != 200) {
                throw new IllegalStateException("Unexpected answer: " + page);
            }
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        return millis;
    }
}
