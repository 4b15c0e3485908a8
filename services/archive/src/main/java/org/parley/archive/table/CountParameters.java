package org.parley.archive.table;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.contract.Json;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.guarantee.GuaranteeDetail;
import org.parley.domain.guarantee.GuaranteeForm;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;

/** The query parameters for the matters that are counted. Of several values of a parameter, one has to match. */
record CountParameters(
        @Parameter(
                description =
                        "Only these kinds of matter: agreement, ceasefire …; all but the negotiation itself by default")
        @Nullable List<String> kind,

        @Parameter(description = "Only matters in these states: SIGNED, IN_FORCE …") @Nullable List<String> status,

        @Parameter(
                description = "Only agreements or guarantees of these forms: BILATERAL, MULTILATERAL, DECLARATION,"
                        + " BACKSTOP …")
        @Nullable List<String> form,

        @Parameter(
                description = "Only agreements that one of these parties is a party to, and other matters whose state"
                        + " names one of them")
        @Nullable List<String> party) {

    /** What the state of a matter says about the parameters. */
    enum Match {
        YES,
        /** It may match: not all parties of the agreement are known. */
        INCOMPLETE,
        NO
    }

    /**
     * Checks the parameters.
     *
     * @throws QueryProblemException (400) if a value does not exist
     */
    void require(PartyRegister parties) {
        require("kind", values(kind), Stream.of(MatterKind.values()).map(MatterKind::slug));
        require(
                "status",
                values(status),
                Stream.of(MatterKind.values())
                        .flatMap(each -> DomainCatalogue.type(each).lifecycle().states().stream())
                        .map(Enum::name));
        require(
                "form",
                values(form),
                Stream.of(AgreementForm.values(), GuaranteeForm.values())
                        .flatMap(Stream::of)
                        .map(Enum::name));
        for (String code : values(party)) {
            if (!isAdmitted(parties, code)) {
                throw QueryProblemException.badRequest(
                        "/party",
                        code + " was never admitted to this negotiation",
                        code + " no se ha admitido nunca en esta negociación");
            }
        }
    }

    private static boolean isAdmitted(PartyRegister parties, String code) {
        try {
            return parties.isAdmitted(new PartyCode(code));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(String parameter, Collection<String> given, Stream<String> known) {
        List<String> all = known.distinct().sorted().toList();
        if (!all.containsAll(given)) {
            throw QueryProblemException.badRequest(
                    "/" + parameter,
                    "must be one of " + String.join(", ", all),
                    "debe ser uno de " + all.stream().collect(Collectors.joining(", ")));
        }
    }

    /** Whether a state matches; null is a matter that does not exist. */
    Match match(@Nullable MatterState state) {
        if (state == null
                || !isAny(kind, state.address().kind().slug())
                || !isAny(status, state.status().name())
                || !isAny(form, form(state))
                || (values(kind).isEmpty() && state.address().kind() == MatterKind.NEGOTIATION)) {
            return Match.NO;
        }
        if (values(party).isEmpty() || names(state)) {
            return Match.YES;
        }
        return state.detail() instanceof AgreementDetail agreement && !agreement.complete()
                ? Match.INCOMPLETE
                : Match.NO;
    }

    private boolean names(MatterState state) {
        if (state.detail() instanceof AgreementDetail agreement) {
            return values(party).stream()
                    .map(PartyCode::new)
                    .anyMatch(code -> (agreement.between().codes().contains(code)
                                    || agreement.accededBy().codes().contains(code))
                            && !agreement.leftBy().codes().contains(code));
        }
        // Codes of parties are the only texts of capitals alone, so that a quoted one is a party wherever it stands.
        String detail = Json.MAPPER.writeValueAsString(state.detail());
        return values(party).stream().anyMatch(code -> detail.contains('"' + code + '"'));
    }

    private static @Nullable String form(MatterState state) {
        return switch (state.detail()) {
            case AgreementDetail agreement ->
                Optional.ofNullable(agreement.form()).map(Enum::name).orElse(null);
            case GuaranteeDetail guarantee -> guarantee.form().name();
            default -> null;
        };
    }

    private static boolean isAny(@Nullable List<String> given, @Nullable String value) {
        return values(given).isEmpty() || (value != null && values(given).contains(value));
    }

    private static List<String> values(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }
}
