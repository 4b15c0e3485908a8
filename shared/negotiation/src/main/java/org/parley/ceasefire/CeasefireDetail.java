package org.parley.ceasefire;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.matter.Latest;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/**
 * What is known of a ceasefire besides its status.
 *
 * @param by who proposed it
 * @param consentOf the parties who must accept it
 * @param acceptedBy those who accepted since the last proposal or amendment
 * @param rejectedBy those who rejected since then
 * @param declaredBy who declared that it took effect
 * @param violations the last {@value Latest#MAX} violations alleged, in the order of the world
 * @param violationsCount how many were alleged
 */
public record CeasefireDetail(
        Parties by,
        @Nullable String terms,
        Parties consentOf,
        Parties acceptedBy,
        Parties rejectedBy,
        Parties declaredBy,
        List<Violation> violations,
        int violationsCount)
        implements Detail {
    static final CeasefireDetail BLANK = new CeasefireDetail(
            Parties.NONE, null, Parties.NONE, Parties.NONE, Parties.NONE, Parties.NONE, List.of(), 0);

    /** A violation that one party accuses another of. */
    public record Violation(
            UUID developmentId,
            @Nullable Edtf occurred,
            Parties by,
            Parties against,
            @Nullable String summary) {}

    boolean everyoneConsents() {
        return !consentOf.isEmpty() && acceptedBy.containsAll(consentOf);
    }

    /** The consents start again, on these terms. */
    CeasefireDetail proposed(Parties who, @Nullable String newTerms, Parties consents) {
        return new CeasefireDetail(
                who, newTerms, consents, Parties.NONE, Parties.NONE, declaredBy, violations, violationsCount);
    }

    CeasefireDetail accepted(Parties who) {
        return new CeasefireDetail(
                by,
                terms,
                consentOf,
                acceptedBy.plus(who),
                rejectedBy.minus(who),
                declaredBy,
                violations,
                violationsCount);
    }

    CeasefireDetail rejected(Parties who) {
        return new CeasefireDetail(
                by,
                terms,
                consentOf,
                acceptedBy.minus(who),
                rejectedBy.plus(who),
                declaredBy,
                violations,
                violationsCount);
    }

    CeasefireDetail declared(Parties who, @Nullable String newTerms) {
        return new CeasefireDetail(
                by,
                newTerms == null ? terms : newTerms,
                consentOf,
                acceptedBy,
                rejectedBy,
                who,
                violations,
                violationsCount);
    }

    CeasefireDetail violated(Violation violation) {
        return new CeasefireDetail(
                by,
                terms,
                consentOf,
                acceptedBy,
                rejectedBy,
                declaredBy,
                Latest.plus(violations, violation),
                violationsCount + 1);
    }
}
