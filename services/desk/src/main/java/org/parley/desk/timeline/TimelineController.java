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
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.domain.language.Language;
import org.parley.domain.time.Edtf;
import org.springframework.context.i18n.LocaleContextHolder;
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

    private final ArchiveClient archive;
    private final PageMessages words;

    TimelineController(ArchiveClient archive, PageMessages words) {
        this.archive = archive;
        this.words = words;
    }

    @GetMapping("/n/{n}/timeline")
    String timeline(
            @PathVariable String n,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute("here") PageLinks here,
            Model model) {
        NegotiationView state = archive.state(n, here.moment());
        List<DatedDevelopment> all = archive
                .streamTrail(n, parameters(here, kind), MediaType.APPLICATION_NDJSON, TimelineController::happenings)
                .stream()
                .filter(happening -> hadHappened(happening, here.moment()))
                .toList();
        DateRange whole = DateRange.of(all);
        DateRange shown = DateRange.between(from, to, DateRange.recent(all), whole);
        model.addAttribute("state", state);
        model.addAttribute("kind", kind);
        model.addAttribute("whole", whole);
        model.addAttribute("shown", shown);
        model.addAttribute(
                "chart", TimelineChart.of(inPageLanguage(n, all, shown, here.moment()), shown, state, words));
        model.addAttribute("agreements", AgreementCountChart.of(all, state, shown));
        model.addAttribute("stances", StanceChart.of(state, shown));
        return "desk/timeline";
    }

    /** The developments with the sentences of those shown in the language of the page: a streamed trail is English. */
    private List<DatedDevelopment> inPageLanguage(
            String negotiation, List<DatedDevelopment> all, DateRange shown, BitemporalPoint moment) {
        if (Language.of(LocaleContextHolder.getLocale()) == Language.ENGLISH) {
            return all;
        }
        List<String> ids = all.stream()
                .filter(development -> development.isWithin(shown))
                .map(DatedDevelopment::id)
                .toList();
        Map<String, TrailEntryView> entries =
                archive.entries(negotiation, ids, BitemporalPoint.of(null, moment.knownAt()));
        return all.stream()
                .map(development -> {
                    TrailEntryView entry = entries.get(development.id());
                    return entry == null ? development : development.withSummary(entry.summary());
                })
                .toList();
    }

    private static Map<String, Object> parameters(PageLinks here, @Nullable String kind) {
        // Not filtered by asOf, because a corrected development has the date of its correction; see hadHappened.
        Map<String, Object> parameters = new BitemporalPoint(null, here.moment().knownAt()).parameters();
        parameters.put("standing", List.of("EFFECTIVE", "DISPUTED", "HELD", "CORRECTED"));
        if (kind != null) {
            parameters.put("kind", kind);
        }
        return parameters;
    }

    private static boolean hadHappened(DatedDevelopment happening, BitemporalPoint moment) {
        return moment.asOf() == null
                || !happening.first().isAfter(Edtf.parse(moment.asOf()).lastDay());
    }

    private static List<DatedDevelopment> happenings(InputStream lines) {
        List<TrailEntryView> entries = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine();
                    line != null && entries.size() < ENTRIES_MAX;
                    line = reader.readLine()) {
                entries.add(Json.MAPPER.readValue(line, TrailEntryView.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, TrailEntryView> corrections = entries.stream()
                .filter(TrailEntryView::isEditorial)
                .collect(Collectors.toMap(TrailEntryView::developmentId, Function.identity()));
        return entries.stream()
                .flatMap(entry -> DatedDevelopment.of(entry, corrections.get(entry.correctedBy())).stream())
                .toList();
    }
}
