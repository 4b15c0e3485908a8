package org.parley.desk.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
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

/** The list of negotiations and the overview of each. */
@Controller
class OverviewController {
    private static final int LAST_CHANGES = 8;

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    OverviewController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String negotiations(@RequestParam(required = false) @Nullable String after, Model model) {
        ArchiveClient.NegotiationListingPage page = archive.negotiations(after);
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
        BitemporalPoint moment = here.moment();
        NegotiationView state = archive.state(n, moment);
        model.addAttribute("state", state);
        model.addAttribute("names", state.names());
        model.addAttribute(
                "view", NegotiationOverview.of(state, new DetailFormatter(words, state.names(), state.titles())));
        model.addAttribute("last", last(n, moment));
        if (!moment.isPast()) {
            Optional<LastVisit> last = LastVisit.of(request, n);
            LastVisit look = LastVisit.next(last, state.through(), clock);
            look.remember(n, request, response);
            model.addAttribute("unseen", Math.max(0, state.through() - look.before()));
            model.addAttribute("seen", look.before());
        }
        return "desk/standing";
    }

    private List<TrailEntryView> last(String negotiation, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("order", "desc");
        parameters.put("limit", LAST_CHANGES);
        return archive.trail(negotiation, parameters).entries();
    }
}
