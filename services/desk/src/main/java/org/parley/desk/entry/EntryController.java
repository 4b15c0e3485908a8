package org.parley.desk.entry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.form.CommandFields;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.RetractionRight;
import org.parley.domain.matter.Event;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.type.TypeReference;

/** The page of one entry of the trail, which is its permalink. */
@Controller
class EntryController {
    /** Fields that the page shows separately. */
    private static final Set<String> SHOWN_SEPARATELY =
            Set.of("occurred", "evidence", "note", "title", "target", "replacement", "embargo");

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    EntryController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.clock = clock;
        this.archive = archive;
        this.words = words;
    }

    /**
     * The page.
     *
     * @param recorded whether it was just recorded, so that the archive may have to wait for it
     */
    @GetMapping("/n/{n}/entries/{id}")
    String entry(
            @PathVariable String n,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean recorded,
            @ModelAttribute("here") PageLinks here,
            Model model) {
        TrailEntryView entry = archive.entry(id, here.moment(), recorded ? id : null);
        if (!entry.negotiation().equals(n)) {
            throw new ServiceRefusedException(ServiceProblem.of(404, words.of("entry.elsewhere")));
        }
        NegotiationView state = archive.state(n, here.moment(), recorded ? id : null);
        model.addAttribute("entry", entry);
        model.addAttribute("recorded", recorded);
        model.addAttribute("target", target(entry, here));
        model.addAttribute("names", state.names());
        model.addAttribute("fields", fields(entry, state));
        model.addAttribute("negotiationTitle", state.title());
        model.addAttribute(
                "matterTitle", state.titles().getOrDefault(entry.kind() + "/" + entry.matter(), entry.matter()));
        model.addAttribute("actions", here.moment().isPast() ? List.of() : actions(entry));
        return "desk/entry";
    }

    private @Nullable TrailEntryView target(TrailEntryView entry, PageLinks here) {
        String target = entry.targets();
        return target == null ? null : archive.entry(target, here.moment(), null);
    }

    /** What was recorded, in the order of the form. */
    private List<DetailFormatter.Field> fields(TrailEntryView entry, NegotiationView state) {
        Map<String, Object> content = content(entry);
        String command = EventNames.commandOf(entry.type()).orElse("");
        Set<String> names = new LinkedHashSet<>();
        if (!command.isEmpty()) {
            CommandFields.of(command).forEach(field -> names.add(field.name()));
        }
        names.addAll(content.keySet());
        Map<String, String> titles = state.titles();
        titles.putAll(state.commitments(entry.kind(), entry.matter()));
        return new DetailFormatter(words, state.names(), titles).fields(command, content, names);
    }

    private static Map<String, Object> content(TrailEntryView entry) {
        if (entry.data() == null) {
            return Map.of();
        }
        Map<String, Object> content = Json.MAPPER.convertValue(entry.data(), new TypeReference<>() {});
        content.keySet().removeAll(SHOWN_SEPARATELY);
        return content;
    }

    /** The editorial commands to offer this user; the ledger decides whether they are allowed. */
    private List<String> actions(TrailEntryView entry) {
        ParleyPrincipal person = ParleyPrincipal.findCurrent().orElse(null);
        if (person == null || !person.hasRole(Role.EDITOR)) {
            return List.of();
        }
        boolean chief = person.hasRole(Role.CHIEF);
        boolean mayRetract = chief
                || RetractionRight.isOwnWithin(entry.editor(), entry.recordedAt(), person.name(), clock.instant());
        List<String> actions = new ArrayList<>();
        if (chief && entry.isHeld()) {
            actions.add("ReleaseDevelopment");
            actions.add("HoldDevelopment");
        }
        if (entry.isEditorial()) {
            if (mayRetract && entry.type().equals("DevelopmentCorrected")) {
                actions.add("RetractDevelopment");
            }
            return actions;
        }
        if (!entry.standing().equals("RETRACTED")) {
            actions.add("CorrectDevelopment");
            actions.add("AddSource");
            actions.add("GradeDevelopment");
            actions.add("DisputeDevelopment");
            if (!entry.disputes().isEmpty()) {
                actions.add("ResolveDispute");
            }
            if (chief) {
                if (!entry.isHeld() && isHoldable(entry)) {
                    actions.add("HoldDevelopment");
                }
            }
            if (mayRetract) {
                actions.add("RetractDevelopment");
            }
        }
        return actions;
    }

    /** Events that this version does not know are left to the ledger. */
    private static boolean isHoldable(TrailEntryView entry) {
        Class<? extends Event> event = DomainCatalogue.events().get(entry.type());
        return event == null || DomainCatalogue.isHoldable(event);
    }
}
