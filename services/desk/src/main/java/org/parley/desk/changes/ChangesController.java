package org.parley.desk.changes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.concurrent.ConcurrentQuestion;
import org.parley.desk.overview.LastVisit;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.MatterReferences;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.written.DateParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The differences between two instants on one axis, each with the entries that caused it. */
@Controller
class ChangesController {
    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    ChangesController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/n/{n}/changes")
    String changes(
            @PathVariable String n,
            ChangesQuery asked,
            @ModelAttribute("here") PageLinks here,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ChangesQuery query = asked.withDatesRead(clock);
        List<ChangesPreset> presets = ChangesPreset.of(query.axisOrDefault(), clock.instant(), lastLook(n, request));
        model.addAttribute("query", query);
        model.addAttribute("presets", presets);
        model.addAttribute("shownPreset", shown(presets, query));
        Map<String, String> errors = new LinkedHashMap<>();
        if (query.isAsked()) {
            ChangesQuery.Resolved resolved = query.resolve(n, here.moment());
            resolved.errors().forEach((field, key) -> {
                String text = field.equals("to") ? query.to() : query.from();
                errors.put(
                        field,
                        DateParameter.ambiguity(text == null ? "" : text, clock).orElseGet(() -> words.of(key)));
            });
            if (errors.isEmpty()) {
                model.addAttribute("resolved", resolved);
                try {
                    show(n, query, resolved, here, model);
                } catch (ServiceRefusedException refusal) {
                    refused(refusal, errors);
                }
            }
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("errors", errors);
        return "desk/changes";
    }

    private void show(
            String negotiation, ChangesQuery query, ChangesQuery.Resolved resolved, PageLinks here, Model model) {
        List<NegotiationView.Change> all = archive.changes(negotiation, resolved.parameters());
        List<NegotiationView.Change> slice = ChangesPage.slice(all, query.pageOrFirst());
        BitemporalPoint known =
                query.isAboutKnowledge() ? BitemporalPoint.NOW : BitemporalPoint.of(null, resolved.other());
        Set<String> references = new LinkedHashSet<>();
        slice.forEach(change ->
                Stream.of(change.before(), change.after()).forEach(state -> references.addAll(references(state))));
        ConcurrentQuestion<NegotiationView.Names> asked =
                ConcurrentQuestion.ask(() -> archive.names(negotiation, references, known));
        Map<String, TrailEntryView> causes = archive.entries(
                negotiation,
                slice.stream()
                        .flatMap(change -> change.because().stream().limit(ShownChange.CAUSES_SHOWN))
                        .toList(),
                known);
        NegotiationView.Names names = asked.answer();
        DetailFormatter detail = new DetailFormatter(words, names.parties(), names.matters());
        ChangesPage page =
                ChangesPage.of(all, query.pageOrFirst(), change -> ShownChange.of(change, causes, detail, words));
        model.addAttribute("changes", page);
        model.addAttribute("pageLink", (Function<Integer, String>) number -> here.to(
                "changes",
                "axis",
                query.axisOrDefault(),
                "from",
                String.valueOf(query.from()),
                "to",
                query.to() == null ? "" : query.to(),
                "page",
                number));
    }

    private static Set<String> references(@Nullable JsonNode state) {
        return state == null || !state.path("detail").isObject()
                ? Set.of()
                : MatterReferences.in(
                        Json.MAPPER.convertValue(state.path("detail"), new TypeReference<Map<String, Object>>() {}));
    }

    /** What the archive refused, next to the field that it is about. */
    private static void refused(ServiceRefusedException refusal, Map<String, String> errors) {
        List<InputError> faults = refusal.problem().faults();
        if (faults.isEmpty()) {
            throw refusal;
        }
        faults.forEach(fault -> {
            String field = fault.pointer().replaceFirst("^/", "");
            errors.put(Set.of("from", "to", "axis").contains(field) ? field : "from", fault.detail());
        });
    }

    private static @Nullable ChangesPreset shown(List<ChangesPreset> presets, ChangesQuery query) {
        return presets.stream()
                .filter(preset -> preset.isShownBy(query))
                .findFirst()
                .orElse(null);
    }

    /** When the last entry was recorded that this reader had seen at the previous visit; null at the first visit. */
    private @Nullable Instant lastLook(String negotiation, HttpServletRequest request) {
        return LastVisit.of(request, negotiation)
                .map(LastVisit::before)
                .filter(position -> position > 0)
                .flatMap(position ->
                        archive.trail(negotiation, Map.of("after", position - 1, "limit", 1)).entries().stream()
                                .findFirst())
                .map(TrailEntryView::recordedAt)
                .orElse(null);
    }
}
