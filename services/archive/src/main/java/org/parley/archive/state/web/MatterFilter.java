package org.parley.archive.state.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.contract.Json;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;

/**
 * The query parameters that choose and order matters. Of several values of a parameter, one has to match.
 */
record MatterFilter(
        @Parameter(description = "Only these kinds of matter: ceasefire, guarantee …") @Nullable List<String> kind,

        @Parameter(
                description = "Only agreements of these forms: BILATERAL, MULTILATERAL, DECLARATION, or NONE for those"
                        + " that have none yet")
        @Nullable List<String> form,

        @Parameter(description = "Only matters in these states: IN_FORCE …") @Nullable List<String> status,

        @Parameter(description = "Only matters whose detail names one of these parties") @Nullable List<String> party,

        @Parameter(description = "Only these matters: ceasefire/alaska …") @Nullable List<String> matter,

        @Parameter(description = "moved, what entered its state last first, or title; moved by default") @Nullable String sort) {

    /**
     * Whether a matter passes the filter.
     *
     * @throws QueryProblemException (400) if a parameter is invalid
     */
    Predicate<MatterState> predicate() {
        List<MatterKind> kinds = values(kind).map(MatterFilter::kind).toList();
        List<String> forms = values(form).toList();
        List<String> statuses = values(status).toList();
        List<String> parties = values(party).map(code -> '"' + code + '"').toList();
        List<String> matters = values(matter).toList();
        return state -> (kinds.isEmpty() || kinds.contains(state.address().kind()))
                && (forms.isEmpty() || forms.contains(form(state)))
                && (statuses.isEmpty() || statuses.contains(state.status().name()))
                && (matters.isEmpty()
                        || matters.contains(state.address().kind().slug() + "/"
                                + state.address().slug()))
                && (parties.isEmpty() || names(state, parties));
    }

    /** Codes of parties are the only texts of capitals alone, so that a quoted one is a party wherever it stands. */
    private static boolean names(MatterState state, List<String> quoted) {
        String detail = Json.MAPPER.writeValueAsString(state.detail());
        return quoted.stream().anyMatch(detail::contains);
    }

    private static String form(MatterState state) {
        return state.detail() instanceof AgreementDetail agreement && agreement.form() != null
                ? agreement.form().name()
                : "NONE";
    }

    private static MatterKind kind(String slug) {
        return MatterKind.ofSlug(slug)
                .orElseThrow(() -> QueryProblemException.badRequest(
                        "/kind",
                        "must be a kind of matter, such as ceasefire",
                        "debe ser un tipo de asunto, como ceasefire"));
    }

    private static Stream<String> values(@Nullable List<String> given) {
        return given == null ? Stream.of() : given.stream().map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The order of the matters.
     *
     * @throws QueryProblemException (400) if the parameter is invalid
     */
    Comparator<MatterState> order() {
        Comparator<MatterState> byAddress =
                Comparator.comparing(state -> state.address().toString());
        return switch (Optional.ofNullable(sort).map(String::strip).orElse("")) {
            case "", "moved" ->
                Comparator.comparing(MatterFilter::moved).reversed().thenComparing(byAddress);
            case "title" ->
                Comparator.comparing(MatterState::title, Collator.getInstance(Locale.ENGLISH))
                        .thenComparing(byAddress);
            default ->
                throw QueryProblemException.badRequest("/sort", "must be moved or title", "debe ser moved o title");
        };
    }

    private static Instant moved(MatterState state) {
        return state.since() == null ? Instant.MIN : state.since().start();
    }
}
