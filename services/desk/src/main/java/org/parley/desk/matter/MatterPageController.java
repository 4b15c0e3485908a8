package org.parley.desk.matter;

import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.MatterHistory;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
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

    MatterPageController(ArchiveClient archive, PageMessages words) {
        this.archive = archive;
        this.words = words;
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
        NegotiationView state = archive.state(n, here.moment());
        model.addAttribute("negotiationTitle", state.title());
        model.addAttribute("matter", history);
        model.addAttribute(
                "fields", new DetailFormatter(words, state.names(), state.titles()).fields(kind, history.detail()));
        model.addAttribute("referring", state.referringTo(kind + "/" + matter));
        model.addAttribute("next", AllowedCommands.inState(kind, history.status()));
        return "desk/matter";
    }
}
