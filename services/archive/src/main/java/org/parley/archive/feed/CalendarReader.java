package org.parley.archive.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.state.query.KnownPrefix;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailFilter;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.domain.alert.Alert;
import org.parley.domain.alert.AlertReason;
import org.parley.domain.alert.Alerts;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingStatus;
import org.parley.domain.time.Edtf;

/**
 * Reads the dates of a negotiation: what is planned or due, whether it has passed or not, and the meetings that were
 * held. A date is in the calendar if the development that set it matches the filter and is in the other feeds too.
 */
final class CalendarReader {
    /** Before every date, so that the calendar does not depend on the day on which it is read. */
    private static final Instant BEFORE_ALL = Instant.EPOCH;

    /** From there until after every date: EDTF has years of four digits. */
    private static final Duration UNTIL_AFTER_ALL = Duration.ofDays(366L * 10_000);

    private final StateQueries states;
    private final FeedReader feeds;

    CalendarReader(StateQueries states, FeedReader feeds) {
        this.states = states;
        this.feeds = feeds;
    }

    /** A date before the development that set it is read. */
    private record Expected(
            MatterState matter,
            @Nullable AlertReason reason,
            @Nullable String commitment,
            @Nullable Edtf date,
            UUID cause) {}

    List<CalendarDate> dates(String negotiation, TemporalPoint now, TrailFilter filter, Language language) {
        KnownPrefix known = states.latest(negotiation);
        Instant asOf = now.asOf(known.completeFrom());
        List<MatterState> matters = states.cachedMatters(known, now, asOf);
        List<Alert> alerts = Alerts.of(matters, BEFORE_ALL, UNTIL_AFTER_ALL).stream()
                .filter(alert -> alert.reason() != AlertReason.EXCHANGE_AGREED)
                .toList();
        List<MatterState> held = matters.stream()
                .filter(matter -> matter.status() == MeetingStatus.HELD)
                .toList();
        List<Expected> expected = new ArrayList<>();
        Map<MatterAddress, List<Occurrence>> histories = histories(known, alerts, held);
        for (Alert alert : alerts) {
            alert.cause(histories.getOrDefault(alert.matter().address(), List.of()))
                    .ifPresent(cause -> expected.add(new Expected(
                            alert.matter(),
                            alert.reason(),
                            alert.commitment() == null
                                    ? null
                                    : alert.commitment().text(),
                            alert.reason() == AlertReason.MEETING_WITHOUT_DATE ? null : alert.date(),
                            cause.developmentId())));
        }
        for (MatterState meeting : held) {
            lastHeld(histories.getOrDefault(meeting.address(), List.of()))
                    .ifPresent(cause -> expected.add(new Expected(
                            meeting, null, null, cause.development().occurred(), cause.developmentId())));
        }
        return published(TrailRepository.upTo(negotiation, known.through()), expected, filter, language);
    }

    private static Optional<Occurrence> lastHeld(List<Occurrence> history) {
        return history.reversed().stream()
                .filter(occurrence -> occurrence.event() instanceof MeetingHeld)
                .findFirst();
    }

    private Map<MatterAddress, List<Occurrence>> histories(
            KnownPrefix known, List<Alert> alerts, List<MatterState> held) {
        List<MatterAddress> addresses = Stream.concat(alerts.stream().map(Alert::matter), held.stream())
                .map(MatterState::address)
                .distinct()
                .toList();
        Map<MatterAddress, List<Occurrence>> histories = new HashMap<>();
        states.forEachHistory(known, addresses, history -> histories.put(history.address(), history.effective()));
        return histories;
    }

    private List<CalendarDate> published(
            TrailSpan span, List<Expected> expected, TrailFilter filter, Language language) {
        List<TrailEntry> causes = feeds.matching(
                span, filter, expected.stream().map(Expected::cause).toList(), language);
        Map<UUID, FeedItem> items = feeds.items(span, causes, language).stream()
                .filter(item -> !item.correctionHeld())
                .collect(Collectors.toMap(FeedItem::id, Function.identity()));
        return expected.stream()
                .flatMap(each -> Optional.ofNullable(items.get(each.cause()))
                        .map(cause -> new CalendarDate(
                                each.matter().address(),
                                each.reason(),
                                each.commitment(),
                                each.matter().title(),
                                each.date(),
                                cause))
                        .stream())
                .toList();
    }
}
