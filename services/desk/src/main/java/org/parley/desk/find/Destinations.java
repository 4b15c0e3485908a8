package org.parley.desk.find;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.access.view.SavedView;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.MatterKind;

/** The pages, commands and saved views that a search of a negotiation offers. */
final class Destinations {
    private static final int COMMANDS_MAX = 8;

    private final PageLinks here;
    private final PageMessages words;

    Destinations(PageLinks here, PageMessages words) {
        this.here = here;
        this.words = words;
    }

    /** The pages whose names match. */
    List<Destination> pages(String typed, boolean isEditor) {
        List<Destination> pages = new ArrayList<>(List.of(
                page("nav.standing", here.to(""), "g s"),
                page("standing.all", here.to("matters"), ""),
                page("nav.timeline", here.to("timeline"), "g l"),
                page("nav.trail", here.to("trail"), "g t"),
                page("nav.changes", here.to("changes"), "g c"),
                page("negotiations.title", "/", "")));
        if (isEditor) {
            pages.add(page("nav.log", here.now("log"), "n"));
            pages.add(page("nav.bulk", here.now("bulk"), ""));
        }
        return pages.stream().filter(page -> page.matches(typed)).toList();
    }

    private Destination page(String key, String href, String keys) {
        return new Destination("page", words.of(key), href, "", keys);
    }

    /** The commands that match by their name in any language, or by the name of their kind; none without a text. */
    List<Destination> commands(String typed) {
        return typed.isBlank()
                ? List.of()
                : Stream.of(MatterKind.values())
                        .flatMap(kind -> DomainCatalogue.type(kind).lifecycle().rows().stream()
                                .map(row -> command(kind, row.commandName())))
                        .distinct()
                        .filter(command -> command.matches(typed))
                        .limit(COMMANDS_MAX)
                        .toList();
    }

    private Destination command(MatterKind kind, String command) {
        String event = "event." + EventNames.of(command);
        String keywords = Stream.concat(
                        words.inAllLanguages(event),
                        Stream.of(
                                words.of("find.command"),
                                words.of("kind." + kind.slug()),
                                command.replaceAll("(?=[A-Z])", " ")))
                .collect(Collectors.joining(" "));
        return new Destination(
                "command", words.of("find.log", words.of(event)), here.now("log/" + command), keywords, "");
    }

    /** The saved views whose names match. */
    List<Destination> views(String typed, List<SavedView> views) {
        return views.stream()
                .map(view -> new Destination("view", view.name(), address(view), words.of("views.title"), ""))
                .filter(view -> view.matches(typed))
                .toList();
    }

    /** The address of a saved view. */
    String address(SavedView view) {
        String page = view.page() == SavedView.Page.TRAIL ? "/trail" : "/matters";
        return "/n/" + here.negotiation() + page + (view.query().isEmpty() ? "" : "?" + view.query());
    }
}
