package org.parley.ledger.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.access.problem.ProblemResponse;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.ChiefOnly;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.StoppedByGroup;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
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
        String detail = String.valueOf(conflict.getMessage());
        return switch (conflict.outcome()) {
            case CommandOutcome.OtherVersion other ->
                problem(HttpStatus.PRECONDITION_FAILED, "Another version", detail)
                        .with("version", other.actual());
            case CommandOutcome.IdTaken taken ->
                problem(HttpStatus.CONFLICT, "The id is taken", detail)
                        .with("conflictsWith", taken.first().developmentId());
            case CommandOutcome.RecordedApart apart ->
                problem(HttpStatus.CONFLICT, "Recorded already", detail)
                        .with("conflictsWith", apart.first().developmentId());
            default -> throw new IllegalStateException("not a conflict: " + conflict.outcome());
        };
    }

    static ProblemResponse of(Refusal refusal) {
        return switch (refusal) {
            case Invalid r ->
                problem(HttpStatus.BAD_REQUEST, "Invalid command", r.text()).with("errors", r.faults());
            case UnknownNegotiation r -> problem(HttpStatus.NOT_FOUND, "Unknown negotiation", r.text());
            case UnknownMatter r ->
                problem(HttpStatus.NOT_FOUND, "Unknown matter", r.text()).with("allowed", r.allowed());
            case UnknownDevelopment r -> problem(HttpStatus.NOT_FOUND, "Unknown development", r.text());
            case UnknownParties r ->
                problem(HttpStatus.NOT_FOUND, "Unknown party", r.text()).with("errors", r.faults());
            case VoiceMayNot r ->
                problem(HttpStatus.CONFLICT, "Not for a voice", r.text()).with("allowed", r.allowed());
            case StoppedByGroup r -> problem(HttpStatus.CONFLICT, "Not recorded", r.text());
            case ChiefOnly r -> problem(HttpStatus.FORBIDDEN, "Not your role", r.text());
            case NotApplicable r ->
                problem(HttpStatus.CONFLICT, "Not possible", r.text())
                        .with("target", r.target())
                        .with("standing", r.standing());
            case NotPossible r ->
                problem(HttpStatus.CONFLICT, "Not possible", r.text())
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
                HttpStatus.SERVICE_UNAVAILABLE, "No command is recorded now", String.valueOf(halted.getMessage()));
    }

    static ProblemResponse of(SpoolFullException full) {
        return problem(
                        full.isOfAccount() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE,
                        "No room for another batch",
                        String.valueOf(full.getMessage()))
                .retryAfter(Duration.ofSeconds(10));
    }

    static ProblemResponse unavailable() {
        return problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store is not available",
                        "Send the same command again, with the same developmentId: it is recorded once at most.")
                .retryAfter(Duration.ofSeconds(1));
    }

    static ProblemResponse problem(HttpStatus status, String title, String detail) {
        return new ProblemResponse(status, detail).titled(title);
    }
}
