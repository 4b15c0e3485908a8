package org.parley.desk.find;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.view.SavedView;
import org.parley.access.view.SavedView.Page;
import org.parley.access.view.SavedViewRepository;
import org.parley.access.view.SavedViewRepository.Outcome;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The views that a person saves under a name: the trail or the list of matters with a filter. */
@Controller
class SavedViewController {
    private final SavedViewRepository views;
    private final PageMessages words;

    SavedViewController(SavedViewRepository views, PageMessages words) {
        this.views = views;
        this.words = words;
    }

    /**
     * The saved views of the person, and a form that saves another one.
     *
     * @param page the page to save, if the person comes from one
     * @param query its query
     */
    @GetMapping("/n/{n}/views")
    String list(
            @PathVariable String n,
            @ModelAttribute("here") PageLinks here,
            @RequestParam(defaultValue = "trail") String page,
            @RequestParam(defaultValue = "") String query,
            Model model) {
        List<ShownView> own = ParleyPrincipal.findCurrent()
                .map(person -> ShownView.of(views.find(person, n), new Destinations(here, words)))
                .orElse(List.of());
        model.addAttribute("views", own);
        model.addAttribute("page", SavedQuery.page(page).name().toLowerCase(Locale.ROOT));
        model.addAttribute("query", SavedQuery.of(query));
        return "desk/views";
    }

    @PostMapping("/n/{n}/views")
    String save(
            @PathVariable String n,
            @RequestParam String name,
            @RequestParam(defaultValue = "trail") String page,
            @RequestParam(defaultValue = "") String query,
            RedirectAttributes redirect) {
        Page ofPage = SavedQuery.page(page);
        String filter = SavedQuery.of(query);
        String called = name.strip();
        Outcome outcome = SavedView.isName(called) && filter.length() <= SavedView.QUERY_MAX
                ? views.save(ParleyPrincipal.current(), n, ofPage, called, filter)
                : Outcome.INVALID;
        report(outcome, called, redirect);
        if (outcome != Outcome.SAVED) {
            redirect.addFlashAttribute("name", called);
            redirect.addAttribute("page", page);
            redirect.addAttribute("query", filter);
        }
        return "redirect:/n/{n}/views";
    }

    @PostMapping("/n/{n}/views/{id}/rename")
    String rename(
            @PathVariable String n, @PathVariable UUID id, @RequestParam String name, RedirectAttributes redirect) {
        String called = name.strip();
        report(
                SavedView.isName(called) ? views.rename(ParleyPrincipal.current(), id, called) : Outcome.INVALID,
                called,
                redirect);
        return "redirect:/n/{n}/views";
    }

    @PostMapping("/n/{n}/views/{id}/remove")
    String remove(@PathVariable String n, @PathVariable UUID id, RedirectAttributes redirect) {
        views.remove(ParleyPrincipal.current(), id)
                .ifPresentOrElse(
                        name -> redirect.addFlashAttribute("done", words.of("views.removed", name)),
                        () -> report(Outcome.UNKNOWN, "", redirect));
        return "redirect:/n/{n}/views";
    }

    private void report(Outcome outcome, String name, RedirectAttributes redirect) {
        String text = words.of("views.outcome." + outcome, name);
        redirect.addFlashAttribute(outcome == Outcome.SAVED ? "done" : "refusal", text);
    }
}
