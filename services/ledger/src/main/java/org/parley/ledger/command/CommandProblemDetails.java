package org.parley.ledger.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.command.InvalidRequestException;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownNegotiation;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.store.LedgerHaltedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts refusals to problem details.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
final class CommandProblemDetails {
    private CommandProblemDetails() {}

    static ProblemDetail of(InvalidRequestException invalid) {
        return of(new Invalid(invalid.faults()));
    }

    static ProblemDetail of(CommandRefusedException refused) {
        return of(refused.refusal());
    }

    static ProblemDetail of(CommandConflictException conflict) {
        String detail = String.valueOf(conflict.getMessage());
        return switch (conflict.outcome()) {
            case CommandOutcome.OtherVersion other -> {
                ProblemDetail problem = problem(HttpStatus.PRECONDITION_FAILED, "Another version", detail);
                problem.setProperty("version", other.actual());
                yield problem;
            }
            case CommandOutcome.IdTaken taken -> {
                ProblemDetail problem = problem(HttpStatus.CONFLICT, "The id is taken", detail);
                problem.setProperty("conflictsWith", taken.first().developmentId());
                yield problem;
            }
            default -> throw new IllegalStateException("not a conflict: " + conflict.outcome());
        };
    }

    static ProblemDetail of(Refusal refusal) {
        return switch (refusal) {
            case Invalid r -> with(problem(HttpStatus.BAD_REQUEST, "Invalid command", r.text()), "errors", r.faults());
            case UnknownNegotiation r -> problem(HttpStatus.NOT_FOUND, "Unknown negotiation", r.text());
            case UnknownMatter r ->
                with(problem(HttpStatus.NOT_FOUND, "Unknown matter", r.text()), "allowed", r.allowed());
            case UnknownDevelopment r -> problem(HttpStatus.NOT_FOUND, "Unknown development", r.text());
            case UnknownParties r ->
                with(problem(HttpStatus.NOT_FOUND, "Unknown party", r.text()), "errors", r.faults());
            case VoiceMayNot r ->
                with(problem(HttpStatus.CONFLICT, "Not for a voice", r.text()), "allowed", r.allowed());
            case NotApplicable r -> {
                ProblemDetail problem = problem(HttpStatus.CONFLICT, "Not possible", r.text());
                problem.setProperty("target", r.target());
                problem.setProperty("standing", r.standing());
                yield problem;
            }
            case NotPossible r -> notPossible(r);
        };
    }

    private static ProblemDetail notPossible(NotPossible refusal) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "Not possible", refusal.text());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("state", refusal.state());
        members.put("since", refusal.since());
        members.put("allowed", refusal.allowed());
        members.put("conflictsWith", refusal.conflictsWith());
        members.put("conflictOccurred", refusal.conflictOccurred());
        members.put("conflicts", refusal.conflicts().isEmpty() ? null : conflicts(refusal));
        members.put("narrowed", refusal.narrowed());
        members.forEach((name, value) -> {
            if (value != null) {
                problem.setProperty(name, value instanceof org.parley.domain.time.Edtf date ? date.text() : value);
            }
        });
        return problem;
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

    static ProblemDetail of(LedgerHaltedException halted) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE, "No command is recorded now", String.valueOf(halted.getMessage()));
    }

    static ProblemDetail unavailable() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The store is not available",
                "Send the same command again, with the same developmentId: it is recorded once at most.");
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    /** The problem as a member of a result line of a batch. */
    static ObjectNode json(ProblemDetail problem) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", "about:blank");
        json.put("title", problem.getTitle());
        json.put("status", problem.getStatus());
        json.put("detail", problem.getDetail());
        Map<String, Object> members = problem.getProperties();
        if (members != null) {
            members.forEach((name, value) -> json.set(name, Json.MAPPER.valueToTree(value)));
        }
        return json;
    }

    private static ProblemDetail with(ProblemDetail problem, String member, Object value) {
        problem.setProperty(member, value);
        return problem;
    }
}
