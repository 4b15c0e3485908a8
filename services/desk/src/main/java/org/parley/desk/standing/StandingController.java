package org.parley.desk.standing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Moment;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.api.TrailEntry;
import org.parley.desk.page.Detail;
import org.parley.desk.page.Here;
import org.parley.desk.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of negotiations and the overview of each. */
@Controller
class StandingController {
    private static final int LAST_CHANGES = 8;

    private final Archive archive;
    private final Words words;
    private final Clock clock;

    StandingController(Archive archive, Words words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String negotiations(@RequestParam(required = false) @Nullable String after, Model model) {
        Archive.ListedPage page = archive.negotiations(after);
        model.addAttribute("negotiations", page.negotiations());
        model.addAttribute("next", page.next());
        return "desk/negotiations";
    }

    @GetMapping("/n/{n}")
    String standing(
            @PathVariable String n,
            @ModelAttribute("here") Here here,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Moment moment = here.moment();
        NegotiationState state = archive.state(n, moment);
        model.addAttribute("state", state);
        model.addAttribute("view", StandingView.of(state, new Detail(words, state.names())));
        model.addAttribute("last", last(n, moment));
        if (!moment.isPast()) {
            Optional<LastLook> last = LastLook.of(request, n);
            LastLook look = LastLook.next(last, state.through(), clock);
            look.remember(n, request, response);
            model.addAttribute("unseen", Math.max(0, state.through() - look.before()));
            model.addAttribute("seen", look.before());
        }
        return "desk/standing";
    }

    private List<TrailEntry> last(String negotiation, Moment moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("order", "desc");
        parameters.put("limit", LAST_CHANGES);
        return archive.trail(negotiation, parameters).entries();
    }
}
