package org.parley.desk.timeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.state.QueryInstant;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.StatusHistory;
import org.parley.desk.concurrent.ConcurrentQuestion;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.written.DateParameter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The negotiation on a chart over valid time, with the same data as a list. */
@Controller
class TimelineController {
    private static final int LANES_OF_EACH_KIND = 12;
    private static final int LANES_OF_ONE_KIND = 150;

    /** How many matters of each kind are read where all kinds are shown; with more, the page says so. */
    private static final int MATTERS_OF_EACH_KIND = 60;

    private static final int HAPPENINGS_MAX = 40;

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    TimelineController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    /** A range to choose. */
    record Preset(int days, DateRange range) {}

    @GetMapping("/n/{n}/timeline")
    String timeline(
            @PathVariable String n,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute("here") PageLinks here,
            Model model) {
        ConcurrentQuestion<NegotiationSummary> summary =
                ConcurrentQuestion.ask(() -> archive.summary(n, here.moment(), 0));
        StatusHistory history =
                archive.statusHistory(n, kind, kind == null ? MATTERS_OF_EACH_KIND : null, here.moment());
        List<LocalDate> days = history.matters().stream()
                .flatMap(matter -> MatterLane.steps(matter).stream())
                .map(DatedStep::first)
                .toList();
        DateRange whole = DateRange.of(days);
        DateRange shown = DateRange.between(day("from", from), day("to", to), DateRange.recent(days), whole);
        TimeAxis axis = new TimeAxis(shown);
        LocalDate end = end(here);
        List<MatterLane> lanes = history.matters().stream()
                .map(matter -> MatterLane.of(matter, axis, end))
                .filter(Objects::nonNull)
                .toList();
        model.addAttribute("kind", kind);
        model.addAttribute("whole", whole);
        model.addAttribute("shown", shown);
        model.addAttribute("presets", presets(end));
        model.addAttribute("ticks", axis.ticks(words));
        model.addAttribute(
                "count", lanes.stream().mapToInt(lane -> lane.steps().size()).sum());
        model.addAttribute("questions", kind == null ? StanceRow.of(summary.answer(), axis, end) : List.of());
        model.addAttribute("stances", StanceLook.values());
        model.addAttribute(
                "groups", LaneGroup.of(lanes, history, kind == null ? LANES_OF_EACH_KIND : LANES_OF_ONE_KIND, words));
        model.addAttribute("happenings", Happening.newest(lanes, HAPPENINGS_MAX, n, here.moment(), archive));
        model.addAttribute("read", history.isComplete() ? null : MATTERS_OF_EACH_KIND);
        // A part of the agreements would be counted as if it were all of them.
        AgreementCountChart agreements =
                AgreementCountChart.of(history.isComplete("agreement") ? history.matters() : List.of(), shown);
        model.addAttribute("agreements", agreements);
        model.addAttribute("agreementTicks", new TimeAxis(agreements.shown()).ticks(words));
        return "desk/timeline";
    }

    /** The first day of a date where the range begins with it, and the last one where it ends. */
    private @Nullable LocalDate day(String name, @Nullable String text) {
        String date = DateParameter.read(name, text, clock);
        return date == null
                ? null
                : LocalDate.ofInstant(
                        name.equals("from") ? QueryInstant.parseStart(date) : QueryInstant.parse(date), ZoneOffset.UTC);
    }

    /** The end of what is drawn: the day after the one looked at. */
    private LocalDate end(PageLinks here) {
        String asOf = here.moment().asOf();
        return LocalDate.ofInstant(asOf == null ? clock.instant() : QueryInstant.parse(asOf), ZoneOffset.UTC)
                .plusDays(1);
    }

    /** Up to the day looked at. */
    private static List<Preset> presets(LocalDate end) {
        return Stream.of(30, 90, 365)
                .map(days -> new Preset(days, new DateRange(end.minusDays(days), end.minusDays(1))))
                .toList();
    }
}
