package org.parley.domain.ceasefire;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnnounced;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a ceasefire's state: everything besides its status.
 *
 * @param by who proposed it, or who announced it if nobody did
 * @param via who passed on the proposal
 * @param scope where or for what it holds
 * @param from when an announced ceasefire is to begin; null if it was not announced
 * @param until when the ceasefire is to end
 * @param consentOf the parties who must accept it; who proposed it is not among them
 * @param acceptedBy those whose last answer since the last proposal or amendment is a yes
 * @param conditionalBy those whose last answer since then is a yes on conditions
 * @param rejectedBy those whose last answer since then is a no
 * @param announcedBy who announced it before it began
 * @param declaredBy who declared that it took effect
 * @param endedBy who ended it; empty before, if nobody is named, or if it expired
 * @param violations the last {@value RecentItems#MAX} violations alleged, in valid-time order
 * @param violationsCount the number of alleged violations
 */
public record CeasefireDetail(
        Parties by,
        Parties via,
        @Nullable String terms,
        @Nullable String scope,
        @Nullable Edtf from,
        @Nullable Edtf until,
        Parties consentOf,
        Parties acceptedBy,
        List<ConditionalAnswer> conditionalBy,
        Parties rejectedBy,
        Parties announcedBy,
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

    CeasefireDetail announced(CeasefireAnnounced announcement) {
        Parties who = Parties.of(announcement.by());
        CeasefireDetailBuilder next = copy();
        next.by = by.isEmpty() ? who : by;
        next.terms = announcement.terms() == null ? terms : announcement.terms();
        next.scope = announcement.scope() == null ? scope : announcement.scope();
        next.from = announcement.from();
        next.until = announcement.until() == null ? until : announcement.until();
        next.announcedBy = who;
        return next.build();
    }

    CeasefireDetail proposed(CeasefireProposed proposal, Parties consents) {
        CeasefireDetailBuilder next = copy();
        next.by = Parties.of(proposal.by());
        next.via = Parties.of(proposal.via());
        next.terms = proposal.terms();
        next.scope = proposal.scope();
        next.until = proposal.until();
        next.consentOf = consents;
        return next.build();
    }

    /** The detail with new terms, which reset all answers. */
    CeasefireDetail amended(String newTerms, Parties consents) {
        CeasefireDetailBuilder next = copy();
        next.terms = newTerms;
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

    CeasefireDetail extended(Edtf end) {
        CeasefireDetailBuilder next = copy();
        next.until = end;
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
        copy.via = via;
        copy.terms = terms;
        copy.scope = scope;
        copy.from = from;
        copy.until = until;
        copy.consentOf = consentOf;
        copy.acceptedBy = acceptedBy;
        copy.conditionalBy = conditionalBy;
        copy.rejectedBy = rejectedBy;
        copy.announcedBy = announcedBy;
        copy.declaredBy = declaredBy;
        copy.endedBy = endedBy;
        copy.violations = violations;
        copy.violationsCount = violationsCount;
        return copy;
    }

    /** The components of a ceasefire's detail by name: everything is empty unless set. */
    static final class CeasefireDetailBuilder {
        Parties by = Parties.NONE;
        Parties via = Parties.NONE;

        @Nullable String terms;

        @Nullable String scope;

        @Nullable Edtf from;

        @Nullable Edtf until;

        Parties consentOf = Parties.NONE;
        Parties acceptedBy = Parties.NONE;
        List<ConditionalAnswer> conditionalBy = List.of();
        Parties rejectedBy = Parties.NONE;
        Parties announcedBy = Parties.NONE;
        Parties declaredBy = Parties.NONE;
        Parties endedBy = Parties.NONE;
        List<Violation> violations = List.of();
        int violationsCount;

        CeasefireDetail build() {
            return new CeasefireDetail(
                    by,
                    via,
                    terms,
                    scope,
                    from,
                    until,
                    consentOf,
                    acceptedBy,
                    conditionalBy,
                    rejectedBy,
                    announcedBy,
                    declaredBy,
                    endedBy,
                    violations,
                    violationsCount);
        }
    }
}
