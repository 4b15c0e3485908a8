package org.parley.desk.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Moment;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.TrailEntry;
import org.parley.desk.page.Here;
import org.parley.desk.page.Words;
import org.parley.time.Edtf;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The negotiation on a chart over valid time, with the same data as tables. */
@Controller
class TimelineController {
    /** More entries cannot be distinguished on a page. */
    private static final int ENTRIES_MAX = 20_000;

    private final Archive archive;
    private final Words words;

    TimelineController(Archive archive, Words words) {
        this.archive = archive;
        this.words = words;
    }

    @GetMapping("/n/{n}/timeline")
    String timeline(
            @PathVariable String n,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute("here") Here here,
            Model model) {
        NegotiationState state = archive.state(n, here.moment());
        List<Happening> all = archive
                .trailAs(n, parameters(here, kind), MediaType.APPLICATION_NDJSON, TimelineController::happenings)
                .stream()
                .filter(happening -> hadHappened(happening, here.moment()))
                .toList();
        Period whole = Period.of(all);
        Period shown = Period.between(from, to, Period.recent(all), whole);
        model.addAttribute("state", state);
        model.addAttribute("kind", kind);
        model.addAttribute("whole", whole);
        model.addAttribute("shown", shown);
        model.addAttribute("chart", Chart.of(all, shown, state, words));
        model.addAttribute("agreements", Growth.of(all, state, shown));
        model.addAttribute("stances", Stances.of(state, shown));
        return "desk/timeline";
    }

    private static Map<String, Object> parameters(Here here, @Nullable String kind) {
        // Not filtered by asOf, because a corrected development has the date of its correction; see hadHappened.
        Map<String, Object> parameters = new Moment(null, here.moment().knownAt()).parameters();
        parameters.put("standing", List.of("EFFECTIVE", "DISPUTED", "HELD", "CORRECTED"));
        if (kind != null) {
            parameters.put("kind", kind);
        }
        return parameters;
    }

    private static boolean hadHappened(Happening happening, Moment moment) {
        return moment.asOf() == null
                || !happening.first().isAfter(Edtf.parse(moment.asOf()).lastDay());
    }

    private static List<Happening> happenings(InputStream lines) {
        List<TrailEntry> entries = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine();
                    line != null && entries.size() < ENTRIES_MAX;
                    line = reader.readLine()) {
                entries.add(Json.MAPPER.readValue(line, TrailEntry.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, TrailEntry> corrections = entries.stream()
                .filter(TrailEntry::isEditorial)
                .collect(Collectors.toMap(TrailEntry::developmentId, Function.identity()));
        return entries.stream()
                .flatMap(entry -> Happening.of(entry, corrections.get(entry.correctedBy())).stream())
                .toList();
    }
}
