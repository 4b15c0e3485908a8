package org.parley.domain.ceasefire;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a ceasefire's state: everything besides its status.
 *
 * @param by who proposed it
 * @param scope where or for what it holds
 * @param until when the ceasefire is to end
 * @param consentOf the parties who must accept it; who proposed it is not among them
 * @param acceptedBy those whose last answer since the last proposal or amendment is a yes
 * @param conditionalBy those whose last answer since then is a yes on conditions
 * @param rejectedBy those whose last answer since then is a no
 * @param declaredBy who declared that it took effect
 * @param endedBy who ended it; empty before, or if nobody is named
 * @param violations the last {@value RecentItems#MAX} violations alleged, in valid-time order
 * @param violationsCount the number of alleged violations
 */
public record CeasefireDetail(
        Parties by,
        @Nullable String terms,
        @Nullable String scope,
        @Nullable Edtf until,
        Parties consentOf,
        Parties acceptedBy,
        List<ConditionalAnswer> conditionalBy,
        Parties rejectedBy,
        Parties declaredBy,
        Parties endedBy,
        List<Violation> violations,
        int violationsCount)
        implements MatterDetail {
    static final CeasefireDetail BLANK = new CeasefireDetailBuilder().build();

    public CeasefireDetail {
        conditionalBy = List.copyOf(conditionalBy);
    }

    /** A violation alleged by one party against another. */
    public record Violation(
            UUID developmentId,
            @Nullable Edtf occurred,
            Parties by,
            Parties against,
            @Nullable String summary) {}

    boolean everyoneConsents() {
        return !consentOf.isEmpty() && acceptedBy.containsAll(consentOf);
    }

    boolean isConsentMissing() {
        return !acceptedBy.containsAll(consentOf);
    }

    boolean isConsentRefused() {
        return consentOf.stream().anyMatch(rejectedBy.codes()::contains);
    }

    /** The detail with new terms, which reset all answers. */
    CeasefireDetail proposed(
            Parties who, @Nullable String newTerms, @Nullable String where, @Nullable Edtf end, Parties consents) {
        CeasefireDetailBuilder next = copy();
        next.by = who;
        next.terms = newTerms;
        next.scope = where;
        next.until = end;
        next.consentOf = consents;
        next.acceptedBy = Parties.NONE;
        next.conditionalBy = List.of();
        next.rejectedBy = Parties.NONE;
        return next.build();
    }

    CeasefireDetail accepted(Parties who) {
        CeasefireDetailBuilder next = copy();
        next.acceptedBy = acceptedBy.plus(who);
        next.conditionalBy = conditionalWithout(who).toList();
        next.rejectedBy = rejectedBy.minus(who);
        return next.build();
    }

    CeasefireDetail answered(Parties who, String conditions) {
        Stream<ConditionalAnswer> answers = who.stream().map(party -> new ConditionalAnswer(party, conditions));
        CeasefireDetailBuilder next = copy();
        next.acceptedBy = acceptedBy.minus(who);
        next.conditionalBy = Stream.concat(conditionalWithout(who), answers).toList();
        next.rejectedBy = rejectedBy.minus(who);
        return next.build();
    }

    CeasefireDetail rejected(Parties who) {
        CeasefireDetailBuilder next = copy();
        next.acceptedBy = acceptedBy.minus(who);
        next.conditionalBy = conditionalWithout(who).toList();
        next.rejectedBy = rejectedBy.plus(who);
        return next.build();
    }

    private Stream<ConditionalAnswer> conditionalWithout(Parties who) {
        return conditionalBy.stream().filter(answer -> !who.codes().contains(answer.party()));
    }

    CeasefireDetail declared(Parties who, @Nullable String newTerms, @Nullable String where, @Nullable Edtf end) {
        CeasefireDetailBuilder next = copy();
        next.terms = newTerms == null ? terms : newTerms;
        next.scope = where == null ? scope : where;
        next.until = end == null ? until : end;
        next.declaredBy = who;
        return next.build();
    }

    CeasefireDetail violated(Violation violation) {
        CeasefireDetailBuilder next = copy();
        next.violations = RecentItems.append(violations, violation);
        next.violationsCount = violationsCount + 1;
        return next.build();
    }

    CeasefireDetail ended(Parties who) {
        CeasefireDetailBuilder next = copy();
        next.endedBy = who;
        return next.build();
    }

    private CeasefireDetailBuilder copy() {
        CeasefireDetailBuilder copy = new CeasefireDetailBuilder();
        copy.by = by;
        copy.terms = terms;
        copy.scope = scope;
        copy.until = until;
        copy.consentOf = consentOf;
        copy.acceptedBy = acceptedBy;
        copy.conditionalBy = conditionalBy;
        copy.rejectedBy = rejectedBy;
        copy.declaredBy = declaredBy;
        copy.endedBy = endedBy;
        copy.violations = violations;
        copy.violationsCount = violationsCount;
        return copy;
    }

    /** The components of a ceasefire's detail by name: everything is empty unless set. */
    static final class CeasefireDetailBuilder {
        Parties by = Parties.NONE;

        @Nullable String terms;

        @Nullable String scope;

        @Nullable Edtf until;

        Parties consentOf = Parties.NONE;
        Parties acceptedBy = Parties.NONE;
        List<ConditionalAnswer> conditionalBy = List.of();
        Parties rejectedBy = Parties.NONE;
        Parties declaredBy = Parties.NONE;
        Parties endedBy = Parties.NONE;
        List<Violation> violations = List.of();
        int violationsCount;

        CeasefireDetail build() {
            return new CeasefireDetail(
                    by,
                    terms,
                    scope,
                    until,
                    consentOf,
                    acceptedBy,
                    conditionalBy,
                    rejectedBy,
                    declaredBy,
                    endedBy,
                    violations,
                    violationsCount);
        }
    }
}
