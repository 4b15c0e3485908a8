package org.parley.desk.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailFacets;
import org.parley.desk.client.TrailPageView;
import org.parley.desk.concurrent.ConcurrentQuestion;
import org.parley.desk.entry.UndoRight;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The audit trail as a page and as files. */
@Controller
class TrailPageController {
    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    TrailPageController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/n/{n}/trail")
    String trail(@PathVariable String n, @ModelAttribute("here") PageLinks here, TrailPageQuery question, Model model) {
        Map<String, Object> view = question.view(here.moment());
        ConcurrentQuestion<TrailFacets> asked = ConcurrentQuestion.ask(() -> archive.facets(n, view));
        TrailPageView page = archive.trail(n, question.parameters(here.moment()));
        TrailFacets facets = asked.answer();
        model.addAttribute("question", question);
        model.addAttribute("days", TrailDay.of(page.entries()));
        model.addAttribute("count", page.entries().size());
        model.addAttribute("similar", page.similar());
        model.addAttribute("corrections", corrections(n, page.entries(), here.moment()));
        model.addAttribute("undoable", here.moment().isPast() ? Set.of() : undoable(page.entries()));
        model.addAttribute("total", facets.total());
        List<FacetOptions> views = FacetOptions.of(facets, question, words);
        model.addAttribute("facets", views);
        model.addAttribute(
                "facetIds",
                views.stream().map(facet -> "#facet-" + facet.name()).collect(Collectors.joining(",")));
        Long lastPosition = page.next();
        model.addAttribute(
                "next",
                lastPosition == null
                        ? null
                        : PageLinks.address("/n/" + n + "/trail", question.next(here.moment(), lastPosition)));
        model.addAttribute("unfolded", (Function<String, String>) facet -> unfolded(n, view, facet));
        model.addAttribute("csv", PageLinks.address("/n/" + n + "/trail.csv", view));
        model.addAttribute("json", PageLinks.address("/n/" + n + "/trail.json", view));
        model.addAttribute("ndjson", PageLinks.address("/n/" + n + "/trail.ndjson", view));
        return "desk/trail";
    }

    private Set<String> undoable(List<TrailEntryView> entries) {
        Instant now = clock.instant();
        return entries.stream()
                .filter(entry -> UndoRight.isUndoable(entry, now))
                .map(TrailEntryView::developmentId)
                .collect(Collectors.toSet());
    }

    /** The same view with all values of a facet. */
    private static String unfolded(String negotiation, Map<String, Object> view, String facet) {
        Map<String, Object> parameters = new LinkedHashMap<>(view);
        parameters.put("more", facet);
        return PageLinks.address("/n/" + negotiation + "/trail", parameters) + "#facet-" + facet;
    }

    /** Wraps NDJSON lines into one JSON object. */
    private static long writeAsObject(InputStream lines, OutputStream into) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(into, StandardCharsets.UTF_8);
        out.write("{\"entries\":[");
        long count = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            out.write(count++ == 0 ? line : "," + line);
        }
        out.write("],\"next\":null}");
        out.flush();
        return count;
    }

    /** The corrections of the entries shown, by the correction's id. */
    private Map<String, TrailEntryView> corrections(
            String negotiation, List<TrailEntryView> entries, BitemporalPoint moment) {
        List<String> ids = entries.stream()
                .map(TrailEntryView::correctedBy)
                .filter(Objects::nonNull)
                .toList();
        return archive.entries(negotiation, ids, moment);
    }

    /**
     * The filtered trail as a complete file. JSON has the NDJSON lines in one object, in the format of the archive's
     * pages.
     */
    @GetMapping({"/n/{n}/trail.csv", "/n/{n}/trail.ndjson", "/n/{n}/trail.json"})
    void file(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            @ModelAttribute("path") String path,
            TrailPageQuery question,
            HttpServletResponse response)
            throws IOException {
        String form = path.substring(path.lastIndexOf('.') + 1);
        MediaType type =
                switch (form) {
                    case "csv" -> MediaType.valueOf("text/csv;charset=UTF-8");
                    case "ndjson" -> MediaType.APPLICATION_NDJSON;
                    default -> MediaType.APPLICATION_JSON;
                };
        boolean json = form.equals("json");
        Map<String, Object> query = new HashMap<>(question.view(here.moment()));
        if (form.equals("csv")) {
            query.put("bom", true); // Excel needs the byte order mark to read UTF-8
        }
        archive.streamTrail(n, query, json ? MediaType.APPLICATION_NDJSON : type, body -> {
            response.setContentType(type.toString());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + n + "-trail." + form + "\"");
            try {
                OutputStream out = response.getOutputStream();
                return json ? writeAsObject(body, out) : body.transferTo(out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
