package org.parley.desk.entry;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.form.CommandFields;
import org.parley.desk.form.EventNames;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.MatterReferences;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.type.TypeReference;

/** The page of one entry of the trail, which is its permalink. */
@Controller
class EntryController {
    /** Fields that the page shows separately. */
    private static final Set<String> SHOWN_SEPARATELY =
            Set.of("occurred", "evidence", "note", "title", "target", "replacement", "embargo", "reason");

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
        Map<String, Object> data = data(entry);
        NegotiationView.Names names = archive.names(n, MatterReferences.in(data), here.moment());
        TrailEntryView target = entry.targets() == null ? null : archive.entry(entry.targets(), here.moment(), null);
        TrailEntryView effective = effectiveCorrection(entry);
        DetailFormatter detail = detail(entry, data, names, here);
        model.addAttribute("entry", entry);
        model.addAttribute("recorded", recorded);
        model.addAttribute("negotiationTitle", names.title());
        model.addAttribute("names", names.parties());
        model.addAttribute("target", target);
        model.addAttribute("effective", effective);
        model.addAttribute("correction", correction(entry, target, effective, detail));
        model.addAttribute("sources", EntrySources.of(entry, effective));
        model.addAttribute("life", EntryLife.of(entry, occurred(entry, effective), words));
        model.addAttribute("links", EntryPermalink.of(entry, effective, here, clock.instant()));
        model.addAttribute("proof", proof(entry));
        model.addAttribute(
                "origin",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        model.addAttribute("fields", fields(entry, data, detail));
        model.addAttribute(
                "undoUntil",
                !here.moment().isPast() && UndoRight.isUndoable(entry, clock.instant()) ? UndoRight.end(entry) : null);
        model.addAttribute("actions", here.moment().isPast() ? List.of() : EntryActions.of(entry, clock.instant()));
        return "desk/entry";
    }

    private static @Nullable TrailEntryView effectiveCorrection(TrailEntryView entry) {
        return Objects.requireNonNullElse(entry.said(), List.<TrailEntryView>of()).stream()
                .filter(later -> later.developmentId().equals(entry.correctedBy()))
                .filter(later -> later.data() != null)
                .findFirst()
                .orElse(null);
    }

    /** What the correction of this entry changed, or, on the page of a correction, what it did. */
    private @Nullable EntryCorrection correction(
            TrailEntryView entry,
            @Nullable TrailEntryView target,
            @Nullable TrailEntryView effective,
            DetailFormatter detail) {
        if (effective != null && !entry.isEditorial()) {
            return EntryCorrection.of(entry, effective, detail, words);
        }
        boolean isOfDevelopment = target != null && !target.isEditorial();
        return entry.type().equals("DevelopmentCorrected") && isOfDevelopment
                ? EntryCorrection.of(Objects.requireNonNull(target), entry, detail, words)
                : null;
    }

    private static @Nullable String occurred(TrailEntryView entry, @Nullable TrailEntryView effective) {
        return effective == null || effective.data() == null
                ? entry.occurred()
                : effective.data().at("/replacement/occurred").asString(null);
    }

    /** The check of the entry against the trail as it is now; null while the trail's tree cannot answer. */
    private @Nullable EntryProof proof(TrailEntryView entry) {
        if (entry.leaf() == null) {
            return null;
        }
        try {
            return EntryProof.of(archive.inclusion(entry.negotiation(), entry.position()), entry.leaf());
        } catch (ServiceRefusedException e) {
            return null; // the tree is behind the trail
        }
    }

    private DetailFormatter detail(
            TrailEntryView entry, Map<String, Object> data, NegotiationView.Names names, PageLinks here) {
        Map<String, String> titles = new LinkedHashMap<>(names.matters());
        if (data.containsKey("commitment")) {
            titles.putAll(commitments(entry, here));
        }
        return new DetailFormatter(words, names.parties(), titles);
    }

    /** What the commitments of the entry's agreement are about; empty if the agreement does not exist then. */
    private Map<String, String> commitments(TrailEntryView entry, PageLinks here) {
        try {
            return archive.matter(entry.negotiation(), entry.kind(), entry.matter(), here.moment(), null)
                    .commitments();
        } catch (ServiceRefusedException e) {
            return Map.of();
        }
    }

    /** What was recorded, in the order of the form. */
    private static List<DetailFormatter.Field> fields(
            TrailEntryView entry, Map<String, Object> data, DetailFormatter detail) {
        Map<String, Object> content = new LinkedHashMap<>(data);
        content.keySet().removeAll(SHOWN_SEPARATELY);
        String command = EventNames.commandOf(entry.type()).orElse("");
        Set<String> names = new LinkedHashSet<>();
        if (!command.isEmpty()) {
            CommandFields.of(command).forEach(field -> names.add(field.name()));
        }
        names.addAll(content.keySet());
        return detail.fields(command, content, names);
    }

    private static Map<String, Object> data(TrailEntryView entry) {
        return entry.data() == null ? Map.of() : Json.MAPPER.convertValue(entry.data(), new TypeReference<>() {});
    }
}
