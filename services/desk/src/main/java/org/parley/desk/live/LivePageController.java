package org.parley.desk.live;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.access.session.StreamLimitException;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.session.SessionValidity;
import org.parley.domain.language.Language;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live stream of open pages, and their notice of new entries. The stream sends only positions, so a missed event
 * loses nothing: the page requests everything after its own position.
 */
@Controller
class LivePageController {
    private static final int SHOWN_MAX = 5;
    private static final int TOO_MANY = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final LiveUpdateBroadcaster signals;
    private final ArchiveClient archive;
    private final SessionValidity standing;
    private final AuthenticationMonitor admissions;

    LivePageController(
            LiveUpdateBroadcaster signals,
            ArchiveClient archive,
            SessionValidity standing,
            AuthenticationMonitor admissions) {
        this.signals = signals;
        this.archive = archive;
        this.standing = standing;
        this.admissions = admissions;
    }

    @GetMapping(path = "/n/{n}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String n, @RequestParam long after, HttpServletRequest request) {
        SseEmitter listener = new SseEmitter(0L);
        AuthenticationMonitor.Watch watch =
                admissions.watch(standing.checkFor(request), () -> LiveUpdateBroadcaster.end(listener));
        try {
            signals.listen(n, after, request, listener);
        } catch (StreamLimitException e) {
            watch.close();
            throw new ServiceRefusedException(ServiceProblem.of(
                    e.isClientLimit() ? TOO_MANY : SERVICE_UNAVAILABLE,
                    e.detail().in(Language.of(LocaleContextHolder.getLocale()))));
        }
        listener.onCompletion(watch::close);
        return listener;
    }

    /** The notice of the entries recorded after a position; on a form only those of its matter. */
    @GetMapping("/n/{n}/news")
    String news(
            @PathVariable String n,
            @RequestParam long after,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String matter,
            Model model) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("after", after);
        query.put("limit", 100);
        query.put("kind", kind);
        query.put("matter", matter);
        List<TrailEntryView> entries = archive.trail(n, query).entries();
        model.addAttribute("entries", entries.subList(Math.max(0, entries.size() - SHOWN_MAX), entries.size()));
        model.addAttribute("count", entries.size());
        model.addAttribute("onForm", matter != null);
        model.addAttribute(
                "own", ParleyPrincipal.findCurrent().map(ParleyPrincipal::name).orElse(""));
        return "desk/news";
    }

    /** Runs before the web server waits for active responses, because live streams do not end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        signals.close();
    }
}
