package org.parley.desk.matter;

import org.jspecify.annotations.Nullable;
import org.parley.desk.api.Archive;
import org.parley.desk.api.MatterHistory;
import org.parley.desk.api.NegotiationState;
import org.parley.desk.page.Detail;
import org.parley.desk.page.Here;
import org.parley.desk.page.NextSteps;
import org.parley.desk.page.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one matter: state, history and the commands allowed next. */
@Controller
class MatterPageController {
    private final Archive archive;
    private final Words words;

    MatterPageController(Archive archive, Words words) {
        this.archive = archive;
        this.words = words;
    }

    @GetMapping("/n/{n}/matters/{kind}/{matter}")
    String matter(
            @PathVariable String n,
            @PathVariable String kind,
            @PathVariable String matter,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("here") Here here,
            Model model) {
        MatterHistory history = archive.matter(n, kind, matter, here.moment(), after);
        NegotiationState state = archive.state(n, here.moment());
        model.addAttribute("title", state.title());
        model.addAttribute("matter", history);
        model.addAttribute("fields", new Detail(words, state.names()).fields(history.detail()));
        model.addAttribute("next", NextSteps.after(kind, history.status()));
        return "desk/matter";
    }
}
