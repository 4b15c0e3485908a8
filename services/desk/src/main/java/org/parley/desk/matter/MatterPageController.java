package org.parley.desk.matter;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.MatterHistory;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one matter: state, history and the commands allowed next. */
@Controller
class MatterPageController {
    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    MatterPageController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/n/{n}/matters/{kind}/{matter}")
    String matter(
            @PathVariable String n,
            @PathVariable String kind,
            @PathVariable String matter,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("here") PageLinks here,
            Model model) {
        MatterHistory history = archive.matter(n, kind, matter, here.moment(), after);
        NegotiationView.Names names = archive.names(n, RelatedMatter.own(history), here.moment());
        model.addAttribute("negotiationTitle", names.title());
        model.addAttribute("names", names.parties());
        model.addAttribute("matter", history);
        model.addAttribute("untold", history.held());
        model.addAttribute(
                "fields", new DetailFormatter(words, names.parties(), names.matters()).fields(kind, history.detail()));
        model.addAttribute("related", RelatedMatter.of(history, names.matters()));
        model.addAttribute("timeline", MatterTimeline.of(history, shownDay(here.moment())));
        model.addAttribute("then", (Function<MatterHistory.HistoryEntry, String>)
                step -> here.at(then(step), "matters/" + history.reference()));
        model.addAttribute("next", AllowedCommands.inState(kind, history.status()));
        return "desk/matter";
    }

    /** The point at which a step was the last: when it had happened, as known when it was recorded. */
    private static BitemporalPoint then(MatterHistory.HistoryEntry step) {
        String asOf = step.occurred() == null
                ? null
                : Edtf.parse(step.occurred()).lastDay().toString();
        return new BitemporalPoint(asOf, step.recordedAt().toString());
    }

    /** The day that the page shows: the last of the date in its address, or today. */
    private LocalDate shownDay(BitemporalPoint moment) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            return moment.asOf() == null
                    ? today
                    : Edtf.parse(Objects.requireNonNull(moment.asOf())).lastDay();
        } catch (InvalidDateException | DateTimeException e) {
            return today; // the archive answered, so that it is an instant in a form of its own
        }
    }
}
