package org.parley.desk.find;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.view.SavedView;
import org.parley.access.view.SavedViewRepository;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The search of a negotiation, as a page and as the options of the palette. */
@Controller
class FindPageController {
    private static final int PAGE_LIMIT = 20;
    private static final int OPTIONS_LIMIT = 5;
    private static final int NEGOTIATIONS_LIMIT = 10;

    /** A longer text is cut: the archive would refuse it. */
    private static final int TEXT_MAX = 1_000;

    private final ArchiveClient archive;
    private final SavedViewRepository views;
    private final PageMessages words;

    FindPageController(ArchiveClient archive, SavedViewRepository views, PageMessages words) {
        this.archive = archive;
        this.views = views;
        this.words = words;
    }

    @GetMapping("/n/{n}/find")
    String page(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            @ModelAttribute("isEditor") boolean isEditor,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        find(n, here, isEditor, text(q), PAGE_LIMIT, model);
        return "desk/find";
    }

    /** The options of the palette for what was typed so far. */
    @GetMapping("/n/{n}/find/options")
    String options(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            @ModelAttribute("isEditor") boolean isEditor,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        find(n, here, isEditor, text(q), OPTIONS_LIMIT, model);
        return "desk/palette :: options";
    }

    /** The same where no negotiation is open: negotiations. */
    @GetMapping("/find/options")
    String negotiations(@RequestParam(required = false) @Nullable String q, Model model) {
        String typed = text(q);
        model.addAttribute("q", typed);
        List<ArchiveClient.NegotiationListing> negotiations =
                archive.negotiations(typed, null, NEGOTIATIONS_LIMIT).negotiations();
        model.addAttribute("negotiations", negotiations);
        model.addAttribute("count", negotiations.size());
        return "desk/palette :: options";
    }

    private void find(String n, PageLinks here, boolean isEditor, String typed, int limit, Model model) {
        Destinations destinations = new Destinations(here, words);
        List<SavedView> own = ParleyPrincipal.findCurrent()
                .map(person -> views.find(person, n))
                .orElse(List.of());
        model.addAttribute("q", typed);
        FoundView found =
                typed.isEmpty() ? FoundView.NOTHING : FoundView.of(archive.find(n, typed, limit, here.moment()));
        List<Destination> pages = destinations.pages(typed, isEditor);
        List<Destination> commands = isEditor ? destinations.commands(typed) : List.of();
        List<Destination> saved = destinations.views(typed, own);
        model.addAttribute("found", found);
        model.addAttribute("pages", pages);
        model.addAttribute("commands", commands);
        model.addAttribute("views", saved);
        model.addAttribute("count", found.count() + pages.size() + commands.size() + saved.size());
    }

    private static String text(@Nullable String q) {
        String text = q == null ? "" : q.strip();
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }
}
