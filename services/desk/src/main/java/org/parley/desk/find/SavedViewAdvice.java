package org.parley.desk.find;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.view.SavedViewRepository;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Adds the saved views to the pages whose filters can be saved. */
@ControllerAdvice({"org.parley.desk.trail", "org.parley.desk.overview"})
class SavedViewAdvice {
    private final SavedViewRepository views;
    private final PageMessages words;

    SavedViewAdvice(SavedViewRepository views, PageMessages words) {
        this.views = views;
        this.words = words;
    }

    @ModelAttribute
    void addSavedViews(HttpServletRequest request, @PathVariable(required = false) @Nullable String n, Model model) {
        if (n == null || !request.getMethod().equals("GET")) {
            return;
        }
        String query = request.getQueryString();
        model.addAttribute("viewQuery", query == null ? "" : SavedQuery.of(query));
        ParleyPrincipal.findCurrent()
                .ifPresent(person -> model.addAttribute(
                        "savedViews", ShownView.of(views.find(person, n), new Destinations(PageLinks.of(n), words))));
    }
}
