package org.parley.ledger.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.InputError;
import org.parley.access.problem.ProblemResponse;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.ChiefOnly;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.StoppedByGroup;
import org.parley.domain.decision.Refusal.TooLarge;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.language.BilingualText;
import org.parley.domain.time.Edtf;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.store.LedgerHaltedException;
import org.springframework.http.HttpStatus;

/**
 * Converts refusals to problem details.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
final class CommandProblemDetails {
    private CommandProblemDetails() {}

    static ProblemResponse of(InvalidRequestException invalid) {
        return of(new Invalid(invalid.faults()));
    }

    static ProblemResponse of(CommandRefusedException refused) {
        return of(refused.refusal());
    }

    static ProblemResponse of(CommandConflictException conflict) {
        BilingualText detail = conflict.detail();
        return switch (conflict.outcome()) {
            case CommandOutcome.OtherVersion other ->
                problem(HttpStatus.PRECONDITION_FAILED, new BilingualText("Another version", "Otra versión"), detail)
                        .with("version", other.actual());
            case CommandOutcome.IdTaken taken ->
                problem(
                                HttpStatus.CONFLICT,
                                new BilingualText("The id is taken", "El identificador está ocupado"),
                                detail)
                        .with("conflictsWith", taken.first().developmentId());
            case CommandOutcome.RecordedApart apart ->
                problem(HttpStatus.CONFLICT, new BilingualText("Recorded already", "Ya registrada"), detail)
                        .with("conflictsWith", apart.first().developmentId());
            default -> throw new IllegalStateException("not a conflict: " + conflict.outcome());
        };
    }

    static ProblemResponse of(Refusal refusal) {
        return switch (refusal) {
            case Invalid r ->
                problem(HttpStatus.BAD_REQUEST, new BilingualText("Invalid command", "Orden no válida"), r.message())
                        .with("errors", errors(r.faults()));
            case UnknownNegotiation r ->
                problem(
                        HttpStatus.NOT_FOUND,
                        new BilingualText("Unknown negotiation", "Negociación desconocida"),
                        r.message());
            case UnknownMatter r ->
                problem(HttpStatus.NOT_FOUND, new BilingualText("Unknown matter", "Asunto desconocido"), r.message())
                        .with("allowed", r.allowed());
            case UnknownDevelopment r ->
                problem(
                        HttpStatus.NOT_FOUND,
                        new BilingualText("Unknown development", "Entrada desconocida"),
                        r.message());
            case UnknownParties r ->
                problem(HttpStatus.NOT_FOUND, new BilingualText("Unknown party", "Parte desconocida"), r.message())
                        .with("errors", errors(r.faults()));
            case VoiceMayNot r ->
                problem(HttpStatus.CONFLICT, new BilingualText("Not for a voice", "No es para una voz"), r.message())
                        .with("allowed", r.allowed());
            case StoppedByGroup r ->
                problem(HttpStatus.CONFLICT, new BilingualText("Not recorded", "No registrada"), r.message());
            case TooLarge r ->
                problem(HttpStatus.CONTENT_TOO_LARGE, new BilingualText("Too long", "Demasiado larga"), r.message());
            case ChiefOnly r ->
                problem(HttpStatus.FORBIDDEN, new BilingualText("Not your role", "No es su función"), r.message());
            case NotApplicable r ->
                problem(HttpStatus.CONFLICT, new BilingualText("Not possible", "No es posible"), r.message())
                        .with("target", r.target())
                        .with("standing", r.standing());
            case NotPossible r ->
                problem(HttpStatus.CONFLICT, new BilingualText("Not possible", "No es posible"), r.message())
                        .with("state", r.state())
                        .with("since", text(r.since()))
                        .with("allowed", r.allowed())
                        .with("conflictsWith", r.conflictsWith())
                        .with("conflictOccurred", text(r.conflictOccurred()))
                        .with("conflicts", r.conflicts().isEmpty() ? null : conflicts(r))
                        .with("narrowed", text(r.narrowed()));
        };
    }

    private static List<Map<String, Object>> conflicts(NotPossible refusal) {
        return refusal.conflicts().stream()
                .map(conflict -> {
                    Map<String, Object> member = new LinkedHashMap<>();
                    member.put("developmentId", conflict.developmentId());
                    if (conflict.occurred() != null) {
                        member.put("occurred", conflict.occurred().text());
                    }
                    return member;
                })
                .toList();
    }

    private static @Nullable String text(@Nullable Edtf date) {
        return date == null ? null : date.text();
    }

    static ProblemResponse of(LedgerHaltedException halted) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                new BilingualText("No command is recorded now", "Ahora no se registra ninguna orden"),
                BilingualText.same(String.valueOf(halted.getMessage())));
    }

    static ProblemResponse of(SpoolFullException full) {
        return problem(
                        full.isOfAccount() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE,
                        new BilingualText("No room for another batch", "No hay sitio para otro lote"),
                        full.detail())
                .retryAfter(Duration.ofSeconds(10));
    }

    static ProblemResponse unavailable() {
        return problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        new BilingualText("The store is not available", "El almacén no está disponible"),
                        new BilingualText(
                                "Send the same command again, with the same developmentId: it is recorded once at most.",
                                "Envíe de nuevo la misma orden, con el mismo developmentId: se registra como máximo una"
                                        + " vez."))
                .retryAfter(Duration.ofSeconds(1));
    }

    private static List<InputError> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> InputError.of(fault.pointer(), fault.message()))
                .toList();
    }

    static ProblemResponse problem(HttpStatus status, BilingualText title, BilingualText detail) {
        return new ProblemResponse(status, detail).titled(title);
    }
}
