package org.parley.desk.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of negotiations, where each stands, and the same for a screen on a wall. */
@Controller
class OverviewController {
    /** As many rows of each group as a reader skims; the rest has pages. */
    private static final int TOP = 12;

    /** A negotiation with more matters has no rows in its closed groups: they are read when a group is opened. */
    private static final int ROWS_MAX = 80;

    /** With more entries it is not worth asking for rows. */
    private static final long ENTRIES_MAX = 500;

    private static final int TILES = 6;
    private static final int WALL_TILES = 6;
    private static final int TILE_FIELDS = 2;
    private static final int UNSEEN_READ = 50;

    /** The number of negotiations on a page of the list. */
    private static final int NEGOTIATIONS = 50;

    /** The length of a search, in characters; the archive would refuse a longer one. */
    private static final int SEARCH_MAX = 1_000;

    private final ArchiveClient archive;
    private final StandingReader reader;
    private final PageMessages words;
    private final Clock clock;

    OverviewController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.reader = new StandingReader(archive, clock);
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String negotiations(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        String typed = q == null ? "" : q.strip();
        ArchiveClient.NegotiationListingPage page =
                archive.negotiations(typed.substring(0, Math.min(typed.length(), SEARCH_MAX)), after, NEGOTIATIONS);
        model.addAttribute("q", typed);
        model.addAttribute("isFirst", after == null || after.isBlank());
        model.addAttribute("negotiations", page.negotiations());
        model.addAttribute("next", page.next());
        return "desk/negotiations";
    }

    @GetMapping("/n/{n}")
    String standing(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean isLarge = model.getAttribute("through") instanceof Long through && through > ENTRIES_MAX;
        StandingFacts facts = reader.read(n, here.moment(), isLarge ? 0 : TOP, TILES);
        NegotiationSummary summary = facts.summary();
        DetailFormatter detail = new DetailFormatter(words, summary.names());
        addFacts(facts, here, detail, model);
        model.addAttribute("matrix", PositionMatrix.of(summary));
        model.addAttribute("folds", MatterFold.of(summary, summary.total() <= ROWS_MAX, ended(facts), detail, words));
        model.addAttribute("roles", PartyRoles.of(summary.parties()));
        List<TrailEntryView> since = List.of();
        if (!here.moment().isPast()) {
            Optional<LastVisit> last = LastVisit.of(request, n);
            LastVisit look = LastVisit.next(last, summary.through(), clock);
            look.remember(n, request, response);
            long unseen = Math.max(0, summary.through() - look.before());
            model.addAttribute("firstVisit", last.isEmpty());
            model.addAttribute("unseen", unseen);
            model.addAttribute("seen", look.before());
            since = unseen == 0 ? List.of() : since(n, look.before());
        }
        model.addAttribute("recent", RecentEntries.of(facts.today(), facts.days(), facts.entries(), since));
        return "desk/standing";
    }

    @GetMapping("/wall/{n}")
    String wall(@PathVariable String n, @ModelAttribute("here") PageLinks here, Model model) {
        StandingFacts facts = reader.read(n, here.moment(), 0, WALL_TILES);
        addFacts(facts, here, new DetailFormatter(words, facts.summary().names()), model);
        model.addAttribute("recent", RecentEntries.of(facts.today(), facts.days(), facts.entries(), List.of()));
        model.addAttribute("instant", clock.instant());
        model.addAttribute("proposedCount", facts.proposedCount());
        model.addAttribute("wall", here.at(here.moment(), "").replaceFirst("^/n/", "/wall/"));
        return "desk/wall";
    }

    private void addFacts(StandingFacts facts, PageLinks here, DetailFormatter detail, Model model) {
        NegotiationSummary summary = facts.summary();
        model.addAttribute("state", summary);
        model.addAttribute("untold", summary.held());
        model.addAttribute("today", facts.today());
        model.addAttribute("names", summary.names());
        model.addAttribute(
                "kinds",
                summary.parties().stream()
                        .collect(Collectors.toMap(Party::party, Party::partyKind, (one, other) -> one)));
        model.addAttribute("briefing", Briefing.of(facts, here, words));
        model.addAttribute("corrections", facts.entries());
        Set<String> ended = ended(facts);
        model.addAttribute(
                "tiles",
                facts.moved().stream()
                        .map(matter -> MatterRow.of(matter, ended, TILE_FIELDS, detail))
                        .toList());
        model.addAttribute("alerts", facts.alerts());
        model.addAttribute(
                "alertTexts",
                facts.alerts().alerts().stream()
                        .map(alert -> Briefing.sentence(alert, here, words))
                        .toList());
        model.addAttribute(
                "heldCount",
                summary.groups().stream()
                        .flatMap(each -> each.tallies().stream())
                        .filter(NegotiationSummary.Tally::held)
                        .mapToInt(NegotiationSummary.Tally::count)
                        .sum());
    }

    /** The matters past their end, by reference. */
    private static Set<String> ended(StandingFacts facts) {
        return facts.alerts().alerts().stream()
                .filter(NegotiationSummary.Alert::isPastEnd)
                .map(NegotiationSummary.Alert::reference)
                .collect(Collectors.toSet());
    }

    private List<TrailEntryView> since(String negotiation, long seen) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", seen);
        parameters.put("order", "desc");
        parameters.put("limit", UNSEEN_READ);
        return archive.trail(negotiation, parameters).entries();
    }
}
