package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.archive.query.QueryProblemException;
import org.parley.domain.analysis.PanelStep;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;

/** The query parameters for the steps of a panel. */
record PanelParameters(
        @Parameter(
                description = "The first day: a date (2025-08-15), month or year (its first day), in UTC. For one"
                        + " negotiation the day of its opening by default; for all of them it is required")
        @Nullable String from,

        @Parameter(
                description =
                        "The last day, inclusive: a date, month or year (its last day), in UTC; the day of asOf by"
                                + " default, or else today")
        @Nullable String to,

        @Parameter(
                description = "day, week (it ends on a Sunday) or month; day by default. The last step ends with the"
                        + " last day")
        @Nullable String step) {
    private static final Pattern DATE = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}");

    /**
     * The parsed parameters.
     *
     * @param requestedFrom the first day; null if not given
     * @param requestedTo the last day; null if not given
     */
    record Steps(
            @Nullable LocalDate requestedFrom, @Nullable LocalDate requestedTo, PanelStep step) {}

    /**
     * Parses the parameters.
     *
     * @throws QueryProblemException (400) with everything that is invalid
     */
    Steps steps() {
        List<InputError> faults = new ArrayList<>();
        Edtf first = date("/from", from, faults);
        Edtf last = date("/to", to, faults);
        PanelStep length = parsedStep(faults);
        Steps steps = new Steps(first == null ? null : first.firstDay(), last == null ? null : last.lastDay(), length);
        if (steps.requestedFrom() != null
                && steps.requestedTo() != null
                && steps.requestedTo().isBefore(steps.requestedFrom())) {
            faults.add(
                    InputError.of("/to", "must not be before from, " + from, "no debe ser anterior a from, " + from));
        }
        if (!faults.isEmpty()) {
            throw QueryProblemException.badRequest(faults);
        }
        return steps;
    }

    private static @Nullable Edtf date(String pointer, @Nullable String given, List<InputError> faults) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            if (DATE.matcher(given.strip()).matches()) {
                return Edtf.parse(given.strip());
            }
        } catch (InvalidDateException e) {
            // reported below
        }
        faults.add(InputError.of(
                pointer,
                "must be a day, month or year: 2025-08-15, 2025-08 or 2025",
                "debe ser un día, un mes o un año: 2025-08-15, 2025-08 o 2025"));
        return null;
    }

    private PanelStep parsedStep(List<InputError> faults) {
        if (step == null || step.isBlank()) {
            return PanelStep.DAY;
        }
        Optional<PanelStep> known = Stream.of(PanelStep.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(step.strip()))
                .findFirst();
        if (known.isEmpty()) {
            faults.add(InputError.of(
                    "/step", "must be day, week or month", "debe ser day, week o month (día, semana, mes)"));
        }
        return known.orElse(PanelStep.DAY);
    }
}
