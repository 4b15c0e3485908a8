package org.parley.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementEvent.DraftRejected;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.PersistentList;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of an agreement's state: everything besides its status.
 *
 * @param form bilateral or multilateral by the number of parties, or a declaration; null while it is in talks
 * @param between the parties to it: those of the last text, signature or declaration, with those who acceded since and
 *     without those who left; before, the parties to the talks
 * @param complete whether {@code between} names all of them
 * @param to whom a declaration addresses; empty for other agreements
 * @param via the mediators
 * @param witnessedBy the witnesses
 * @param partOf the slug of the agreement that it is an annex or a protocol of; null if none is named
 * @param drafts the drafts of the text, in valid-time order
 * @param points the points settled in the talks
 * @param deadline the date by which the talks are to be finished; null if none is set
 * @param agreed when its text was settled; null before
 * @param signed when it was signed; null before
 * @param ratifiedBy the parties, and bodies of parties, whose last word is a ratification
 * @param refusedBy the parties, and bodies of parties, whose last word is a refusal to ratify
 * @param accededBy the parties that acceded
 * @param leftBy the parties that left
 * @param suspendedBy the parties that suspended their participation
 * @param appliedSince since when it applies provisionally; null if it does not
 * @param inForceSince when it entered into force; null before
 * @param until the end of its term; null if none is known
 * @param notices the notices that it will not be renewed, or will be left or ended
 * @param amendments the number of amendments
 * @param ended when it expired or was terminated, or the talks were abandoned; null before
 * @param endedBy who terminated it or abandoned the talks; empty before, or if nobody is named
 * @param reason why the talks or the agreement ended
 */
public record AgreementDetail(
        @Nullable AgreementForm form,
        Parties between,
        boolean complete,
        Parties to,
        @Nullable String subject,
        @Nullable LegalNature legalNature,
        @Nullable String place,
        Parties via,
        Parties witnessedBy,
        @Nullable ShortName partOf,
        List<Draft> drafts,
        List<AgreedPoint> points,
        @Nullable Edtf deadline,
        @Nullable Edtf agreed,
        @Nullable Edtf signed,
        List<RatificationVote> ratifiedBy,
        List<RatificationVote> refusedBy,
        Parties accededBy,
        Parties leftBy,
        Parties suspendedBy,
        List<Reservation> reservations,
        @Nullable Edtf appliedSince,
        @Nullable Edtf inForceSince,
        @Nullable Edtf until,
        List<Notice> notices,
        int amendments,
        List<Breach> breaches,
        List<Commitment> commitments,
        @Nullable Edtf ended,
        Parties endedBy,
        @Nullable String reason)
        implements MatterDetail {
    /** A reservation. */
    public record Reservation(UUID developmentId, @Nullable Edtf occurred, Parties by, String text) {}

    /**
     * A notice that a party will not renew the agreement, or will leave or end it.
     *
     * @param ends the date from which that applies; may lie in the future; null if none is given
     */
    public record Notice(
            UUID developmentId,
            @Nullable Edtf occurred,
            Parties by,
            @Nullable Edtf ends,
            @Nullable String reason) {}

    static final AgreementDetail BLANK = new AgreementDetailBuilder().build();

    /** The detail after talks began on it. After an end, the earlier talks leave no more than subject and parent. */
    AgreementDetail inTalks(@Nullable Actors parties, @Nullable String about, AgreementSetting setting) {
        AgreementDetailBuilder next = ended == null ? reopened() : new AgreementDetailBuilder();
        next.between = Parties.of(parties);
        next.subject = about == null ? subject : about;
        next.partOf = partOf;
        setting.addTo(next);
        return next.build();
    }

    AgreementDetail between(Parties parties) {
        AgreementDetailBuilder next = copy();
        next.between = parties;
        return next.build();
    }

    AgreementDetail with(AgreementSetting setting) {
        AgreementDetailBuilder next = copy();
        setting.addTo(next);
        return next.build();
    }

    /** The detail in talks, with everything settled so far. */
    private AgreementDetailBuilder reopened() {
        AgreementDetailBuilder next = new AgreementDetailBuilder();
        next.via = via;
        next.witnessedBy = witnessedBy;
        next.legalNature = legalNature;
        next.drafts = drafts;
        next.points = points;
        next.deadline = deadline;
        next.commitments = commitments;
        return next;
    }

    AgreementDetail tabled(Draft draft, AgreementSetting setting) {
        AgreementDetailBuilder next = continuing();
        next.drafts = PersistentList.append(drafts, draft);
        setting.addTo(next);
        return next.build();
    }

    /** The detail after a party rejected a version; without a version, the last draft. An unknown one changes nothing. */
    AgreementDetail rejected(DraftRejected rejection) {
        int rejected = drafts.size() - 1;
        while (rejected >= 0
                && rejection.version() != null
                && !drafts.get(rejected).isVersion(rejection.version())) {
            rejected--;
        }
        if (rejected < 0) {
            return this;
        }
        List<Draft> all = new ArrayList<>(drafts);
        all.set(rejected, all.get(rejected).rejected(Parties.of(rejection.by())));
        AgreementDetailBuilder next = copy();
        next.drafts = List.copyOf(all);
        return next.build();
    }

    AgreementDetail settled(AgreedPoint point, AgreementSetting setting) {
        AgreementDetailBuilder next = continuing();
        List<AgreedPoint> all = new ArrayList<>(points);
        all.removeIf(known -> known.point().equals(point.point()));
        all.add(point);
        next.points = List.copyOf(all);
        next.between = between.isEmpty() ? point.between() : between;
        setting.addTo(next);
        return next.build();
    }

    /** The talks continue, also after they were abandoned or a party refused to ratify: no end and no text remains. */
    private AgreementDetailBuilder continuing() {
        AgreementDetailBuilder next = copy();
        next.form = null;
        next.complete = true;
        return withoutEnd(withoutText(next));
    }

    /** What was done under a text ends with it. */
    private static AgreementDetailBuilder withoutText(AgreementDetailBuilder next) {
        next.agreed = null;
        next.signed = null;
        next.place = null;
        next.until = null;
        next.appliedSince = null;
        next.ratifiedBy = List.of();
        next.refusedBy = List.of();
        next.reservations = List.of();
        next.accededBy = Parties.NONE;
        next.leftBy = Parties.NONE;
        next.suspendedBy = Parties.NONE;
        return next;
    }

    private AgreementDetailBuilder withoutEnd(AgreementDetailBuilder next) {
        if (ended != null) {
            next.commitments = List.of();
            next.breaches = List.of();
            next.notices = List.of();
        }
        next.ended = null;
        next.endedBy = Parties.NONE;
        next.reason = null;
        return next;
    }

    /** The detail with a settled text: what was said of an earlier text counts no more. */
    AgreementDetail agreed(AgreementText text, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = of(text);
        next.agreed = occurred;
        next.signed = null;
        next.appliedSince = null;
        next.ratifiedBy = List.of();
        next.reservations = List.of();
        return next.build();
    }

    AgreementDetail signed(AgreementText text, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = of(text);
        next.signed = occurred;
        return next.build();
    }

    AgreementDetail declared(AgreementText text, Parties addressees, @Nullable Edtf occurred) {
        AgreementDetailBuilder next = of(text);
        next.to = addressees;
        next.appliedSince = null;
        next.inForceSince = occurred;
        return next.build();
    }

    /** The detail with a text. What was done under a refused or abandoned one does not belong to it. */
    private AgreementDetailBuilder of(AgreementText text) {
        AgreementDetailBuilder next = ended != null || !refusedBy.isEmpty() ? withoutText(copy()) : copy();
        withoutEnd(next);
        next.form = text.form();
        next.between = text.parties();
        next.complete = text.complete();
        next.subject = text.subject() == null ? subject : text.subject();
        next.legalNature = text.legalNature() == null ? legalNature : text.legalNature();
        next.place = text.place() == null ? next.place : text.place();
        next.until = text.until() == null ? next.until : text.until();
        next.refusedBy = List.of();
        next.accededBy = Parties.NONE;
        next.leftBy = Parties.NONE;
        next.suspendedBy = Parties.NONE;
        text.setting().addTo(next);
        return next;
    }

    AgreementDetail joined(Parties who) {
        AgreementDetailBuilder next = copy();
        next.between = between.plus(who);
        next.accededBy = accededBy.plus(who);
        next.leftBy = leftBy.minus(who);
        return next.build();
    }

    AgreementDetail reserved(Reservation reservation) {
        AgreementDetailBuilder next = copy();
        next.reservations = PersistentList.append(reservations, reservation);
        return next.build();
    }

    AgreementDetail ratified(List<RatificationVote> words) {
        AgreementDetailBuilder next = copy();
        next.ratifiedBy = RatificationVote.replaced(ratifiedBy, words);
        next.refusedBy = RatificationVote.without(refusedBy, words);
        return next.build();
    }

    AgreementDetail refused(List<RatificationVote> words) {
        AgreementDetailBuilder next = copy();
        next.ratifiedBy = RatificationVote.without(ratifiedBy, words);
        next.refusedBy = RatificationVote.replaced(refusedBy, words);
        return next.build();
    }

    boolean isSignedAndNotRefused() {
        return refusedBy.isEmpty() && signed != null;
    }

    boolean isNotRefused() {
        return refusedBy.isEmpty();
    }

    AgreementDetail appliedProvisionally(@Nullable Edtf since) {
        AgreementDetailBuilder next = copy();
        next.appliedSince = appliedSince == null ? since : appliedSince;
        return next.build();
    }

    AgreementDetail inForce(@Nullable Edtf since, @Nullable Edtf term) {
        AgreementDetailBuilder next = copy();
        next.appliedSince = null;
        next.inForceSince = since;
        next.until = term == null ? until : term;
        return next.build();
    }

    AgreementDetail extended(Edtf term) {
        AgreementDetailBuilder next = copy();
        next.until = term;
        return next.build();
    }

    AgreementDetail amended() {
        AgreementDetailBuilder next = copy();
        next.amendments = amendments + 1;
        return next.build();
    }

    AgreementDetail noticed(Notice notice) {
        AgreementDetailBuilder next = copy();
        next.notices = PersistentList.append(notices, notice);
        return next.build();
    }

    AgreementDetail due(Edtf day) {
        AgreementDetailBuilder next = copy();
        next.deadline = day;
        return next.build();
    }

    AgreementDetail left(Parties who, @Nullable Edtf occurred, @Nullable String why) {
        AgreementDetailBuilder next = copy();
        next.between = between.minus(who);
        next.accededBy = accededBy.minus(who);
        next.suspendedBy = suspendedBy.minus(who);
        next.leftBy = leftBy.plus(who);
        AgreementDetail rest = next.build();
        return rest.isWithoutParties() ? rest.ended(occurred, who, why) : rest;
    }

    /**
     * Whether too few parties remain for an agreement: fewer than two, and of a declaration none. Where not all are
     * known, others may remain.
     */
    boolean isWithoutParties() {
        return complete && between.size() < (form == AgreementForm.DECLARATION ? 1 : 2);
    }

    AgreementDetail suspended(Parties who) {
        AgreementDetailBuilder next = copy();
        next.suspendedBy = suspendedBy.plus(who);
        return next.build();
    }

    AgreementDetail resumed(Parties who) {
        AgreementDetailBuilder next = copy();
        next.suspendedBy = suspendedBy.minus(who);
        return next.build();
    }

    AgreementDetail ended(@Nullable Edtf occurred, Parties who, @Nullable String why) {
        AgreementDetailBuilder next = copy();
        next.ended = occurred;
        next.endedBy = who;
        next.reason = why;
        return next.build();
    }

    AgreementDetail breached(Breach breach) {
        AgreementDetailBuilder next = copy();
        next.breaches = PersistentList.append(breaches, breach);
        return next.build();
    }

    /** The commitment with this name; empty if there is none. */
    public Optional<Commitment> commitment(ShortName name) {
        return commitments.stream()
                .filter(known -> known.commitment().equals(name))
                .findFirst();
    }

    AgreementDetail undertaken(Commitment added) {
        AgreementDetailBuilder next = copy();
        next.commitments = PersistentList.append(commitments, added);
        return next.build();
    }

    AgreementDetail withCommitment(ShortName name, UnaryOperator<Commitment> change) {
        List<Commitment> all = new ArrayList<>(commitments);
        all.replaceAll(known -> known.commitment().equals(name) ? change.apply(known) : known);
        AgreementDetailBuilder next = copy();
        next.commitments = List.copyOf(all);
        return next.build();
    }

    private AgreementDetailBuilder copy() {
        AgreementDetailBuilder copy = new AgreementDetailBuilder();
        copy.form = form;
        copy.between = between;
        copy.complete = complete;
        copy.to = to;
        copy.subject = subject;
        copy.legalNature = legalNature;
        copy.place = place;
        copy.via = via;
        copy.witnessedBy = witnessedBy;
        copy.partOf = partOf;
        copy.drafts = drafts;
        copy.points = points;
        copy.deadline = deadline;
        copy.agreed = agreed;
        copy.signed = signed;
        copy.ratifiedBy = ratifiedBy;
        copy.refusedBy = refusedBy;
        copy.accededBy = accededBy;
        copy.leftBy = leftBy;
        copy.suspendedBy = suspendedBy;
        copy.reservations = reservations;
        copy.appliedSince = appliedSince;
        copy.inForceSince = inForceSince;
        copy.until = until;
        copy.notices = notices;
        copy.amendments = amendments;
        copy.breaches = breaches;
        copy.commitments = commitments;
        copy.ended = ended;
        copy.endedBy = endedBy;
        copy.reason = reason;
        return copy;
    }
}
