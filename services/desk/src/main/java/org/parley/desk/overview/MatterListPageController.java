package org.parley.desk.overview;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.Alert;
import org.parley.desk.client.NegotiationSummary.MatterPage;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of all matters of a negotiation: filtered, sorted and in pages. */
@Controller
class MatterListPageController {
    private final ArchiveClient archive;
    private final PageMessages words;

    MatterListPageController(ArchiveClient archive, PageMessages words) {
        this.archive = archive;
        this.words = words;
    }

    @GetMapping("/n/{n}/matters")
    String matters(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable Integer skip,
            Model model) {
        NegotiationSummary summary = archive.summary(n, here.moment(), 0);
        MatterSelection selection = MatterSelection.of(group, status, party, sort, skip);
        MatterPage page = archive.matters(n, here.moment(), selection.parameters(summary));
        Set<String> ended = archive.alerts(n, here.moment(), 0).alerts().stream()
                .filter(Alert::isPastEnd)
                .map(Alert::reference)
                .collect(Collectors.toSet());
        DetailFormatter detail = new DetailFormatter(words, summary.names());
        model.addAttribute("state", summary);
        model.addAttribute("untold", summary.held());
        model.addAttribute("names", summary.names());
        model.addAttribute(
                "kinds",
                summary.parties().stream()
                        .collect(Collectors.toMap(Party::party, Party::partyKind, (one, other) -> one)));
        model.addAttribute("selection", selection);
        model.addAttribute("folds", MatterFold.of(summary, false, ended, detail, words));
        model.addAttribute("statuses", MatterSelection.statuses(summary));
        model.addAttribute("chosen", page);
        model.addAttribute(
                "chosenRows",
                page.matters().stream()
                        .map(matter -> MatterRow.of(matter, ended, MatterFold.PARTY_FIELDS, detail))
                        .toList());
        return "desk/matters";
    }
}
