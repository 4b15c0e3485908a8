package org.parley.desk.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.state.QueryInstant;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.AlertPage;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.NegotiationSummary.MatterPage;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.concurrent.ConcurrentQuestion;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.time.InvalidDateException;

/** Reads what the first page of a negotiation says. Each question is small, however large the negotiation is. */
final class StandingReader {
    private static final int DUE_WITHIN_DAYS = 30;
    private static final int DEVELOPMENTS = 40;
    private static final int IN_FORCE_READ = 40;
    private static final List<String> REFUSED = List.of("REJECTED", "DECLINED", "REFUSED", "VETOED");
    private static final List<String> AGREED = List.of("AGREED", "SIGNED");
    private static final List<String> IN_FORCE = List.of("IN_FORCE", "IMPOSED");
    private static final List<String> MATTERS = Stream.of(MatterKind.values())
            .filter(kind -> kind != MatterKind.NEGOTIATION && kind != MatterKind.QUESTION)
            .map(MatterKind::slug)
            .toList();

    private final ArchiveClient archive;
    private final Clock clock;

    StandingReader(ArchiveClient archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * The facts of a negotiation.
     *
     * @param top how many matters of each group to list
     * @param tiles how many matters that moved last
     */
    StandingFacts read(String negotiation, BitemporalPoint moment, int top, int tiles) {
        ConcurrentQuestion<NegotiationSummary> summary =
                ConcurrentQuestion.ask(() -> archive.summary(negotiation, moment, top));
        ConcurrentQuestion<AlertPage> alerts =
                ConcurrentQuestion.ask(() -> archive.alerts(negotiation, moment, DUE_WITHIN_DAYS));
        ConcurrentQuestion<MatterPage> refused = matters(negotiation, moment, REFUSED, MATTERS, 3);
        ConcurrentQuestion<MatterPage> open = matters(negotiation, moment, IN_FORCE, MATTERS, IN_FORCE_READ);
        ConcurrentQuestion<MatterPage> agreed = matters(negotiation, moment, AGREED, MATTERS, 3);
        ConcurrentQuestion<MatterPage> proposed = matters(negotiation, moment, List.of("PROPOSED"), MATTERS, 3);
        ConcurrentQuestion<MatterPage> ended = matters(negotiation, moment, List.of("ENDED"), List.of("ceasefire"), 1);
        ConcurrentQuestion<MatterPage> moved = matters(negotiation, moment, List.of(), MATTERS, tiles);
        List<TrailEntryView> days = days(negotiation, moment);
        // What is past its end is told as what needs a look, not as what is in force.
        Set<String> pastEnd = alerts.answer().alerts().stream()
                .filter(NegotiationSummary.Alert::isPastEnd)
                .map(NegotiationSummary.Alert::reference)
                .collect(Collectors.toSet());
        List<ListedMatter> inForce = open.answer().matters().stream()
                .filter(matter -> !pastEnd.contains(matter.kind() + "/" + matter.matter()))
                .toList();
        return new StandingFacts(
                today(moment),
                summary.answer(),
                moved.answer().matters(),
                refused.answer().matters(),
                inForce.stream()
                        .sorted(Comparator.comparing(StandingReader::rank))
                        .toList(),
                open.answer().total() - (open.answer().matters().size() - inForce.size()),
                (int) inForce.stream()
                        .filter(matter -> matter.kind().equals("ceasefire"))
                        .count(),
                ended.answer().matters().stream().findFirst().orElse(null),
                agreed.answer().matters(),
                proposed.answer().matters(),
                proposed.answer().total(),
                alerts.answer(),
                days,
                archive.entries(
                        negotiation,
                        Stream.concat(
                                        days.stream().map(TrailEntryView::correctedBy),
                                        alerts.answer().alerts().stream()
                                                .limit(1)
                                                .map(NegotiationSummary.Alert::developmentId))
                                .flatMap(Stream::ofNullable)
                                .toList(),
                        moment));
    }

    private ConcurrentQuestion<MatterPage> matters(
            String negotiation, BitemporalPoint moment, List<String> statuses, List<String> kinds, int limit) {
        return ConcurrentQuestion.ask(
                () -> archive.matters(negotiation, moment, Map.of("status", statuses, "kind", kinds, "limit", limit)));
    }

    /** The last developments that are not retracted; admissions and questions have no place in the order of the world. */
    private List<TrailEntryView> days(String negotiation, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("order", "world");
        parameters.put("limit", DEVELOPMENTS);
        return archive.trail(negotiation, parameters).entries().stream()
                .filter(entry -> entry.occurred() != null && !entry.standing().equals("RETRACTED"))
                .toList();
    }

    /** What a reader asks for first. */
    private static int rank(ListedMatter matter) {
        return switch (matter.kind()) {
            case "ceasefire" -> 0;
            case "agreement" -> "BILATERAL".equals(matter.detail().get("form")) ? 4 : 1;
            case "warning" -> 2;
            default -> 3;
        };
    }

    private LocalDate today(BitemporalPoint moment) {
        LocalDate past = day(moment.asOf());
        return past == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : past;
    }

    private static @Nullable LocalDate day(@Nullable String asOf) {
        try {
            return asOf == null ? null : LocalDate.ofInstant(QueryInstant.parse(asOf), ZoneOffset.UTC);
        } catch (InvalidDateException e) {
            return null; // the archive refuses it with a reason
        }
    }
}
