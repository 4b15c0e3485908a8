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
    static final CeasefireDetail BLANK = new CeasefireDetail(
            Parties.NONE,
            null,
            null,
            null,
            Parties.NONE,
            Parties.NONE,
            List.of(),
            Parties.NONE,
            Parties.NONE,
            Parties.NONE,
            List.of(),
            0);

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
        return new CeasefireDetail(
                who,
                newTerms,
                where,
                end,
                consents,
                Parties.NONE,
                List.of(),
                Parties.NONE,
                declaredBy,
                endedBy,
                violations,
                violationsCount);
    }

    CeasefireDetail accepted(Parties who) {
        return answers(acceptedBy.plus(who), conditionalWithout(who).toList(), rejectedBy.minus(who));
    }

    CeasefireDetail answered(Parties who, String conditions) {
        Stream<ConditionalAnswer> answers = who.stream().map(party -> new ConditionalAnswer(party, conditions));
        return answers(
                acceptedBy.minus(who),
                Stream.concat(conditionalWithout(who), answers).toList(),
                rejectedBy.minus(who));
    }

    CeasefireDetail rejected(Parties who) {
        return answers(acceptedBy.minus(who), conditionalWithout(who).toList(), rejectedBy.plus(who));
    }

    private Stream<ConditionalAnswer> conditionalWithout(Parties who) {
        return conditionalBy.stream().filter(answer -> !who.codes().contains(answer.party()));
    }

    private CeasefireDetail answers(Parties accepting, List<ConditionalAnswer> conditional, Parties rejecting) {
        return new CeasefireDetail(
                by,
                terms,
                scope,
                until,
                consentOf,
                accepting,
                conditional,
                rejecting,
                declaredBy,
                endedBy,
                violations,
                violationsCount);
    }

    CeasefireDetail declared(Parties who, @Nullable String newTerms, @Nullable String where, @Nullable Edtf end) {
        return new CeasefireDetail(
                by,
                newTerms == null ? terms : newTerms,
                where == null ? scope : where,
                end == null ? until : end,
                consentOf,
                acceptedBy,
                conditionalBy,
                rejectedBy,
                who,
                endedBy,
                violations,
                violationsCount);
    }

    CeasefireDetail violated(Violation violation) {
        return lasting(endedBy, RecentItems.append(violations, violation), violationsCount + 1);
    }

    CeasefireDetail ended(Parties who) {
        return lasting(who, violations, violationsCount);
    }

    private CeasefireDetail lasting(Parties ending, List<Violation> latest, int count) {
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
                ending,
                latest,
                count);
    }
}
