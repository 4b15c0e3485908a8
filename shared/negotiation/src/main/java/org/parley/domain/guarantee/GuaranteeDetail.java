package org.parley.domain.guarantee;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a guarantee's state: everything besides its status.
 *
 * @param form the form of the guarantee
 * @param by who proposed it
 * @param to whom it protects
 * @param guarantors the parties that are to give it
 * @param trigger the event that triggers it
 * @param partOf the package that it belongs to; null if none
 * @param endorsedBy the parties whose latest statement supports it
 * @param objectedToBy the parties whose latest statement opposes it
 * @param ruledOutBy those of them who rule it out
 * @param contributions the offers that were not withdrawn
 * @param discussions who talked with whom about it: the last {@value RecentItems#MAX}, in valid-time order
 * @param discussionsCount the number of discussions
 * @param agreedBetween the parties that agreed on it
 * @param voices the latest statements of voices
 * @param endedBy who withdrew it; empty before, or if nobody is named
 */
public record GuaranteeDetail(
        GuaranteeForm form,
        Parties by,
        Parties to,
        Parties guarantors,
        @Nullable String terms,
        @Nullable String trigger,
        @Nullable ShortName partOf,
        Parties endorsedBy,
        Parties objectedToBy,
        Parties ruledOutBy,
        List<Contribution> contributions,
        List<Discussion> discussions,
        int discussionsCount,
        Parties agreedBetween,
        List<GuaranteeVoice> voices,
        Parties endedBy)
        implements MatterDetail {

    /** A discussion of the guarantee. */
    public record Discussion(UUID developmentId, @Nullable Edtf occurred, Parties by, Parties with, String summary) {}

    GuaranteeDetail amended(String newTerms, @Nullable String newTrigger) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                newTerms,
                newTrigger == null ? trigger : newTrigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                contributions,
                discussions,
                discussionsCount,
                Parties.NONE,
                voices,
                endedBy);
    }

    GuaranteeDetail endorsed(Parties who) {
        return opinions(endorsedBy.plus(who), objectedToBy.minus(who), ruledOutBy.minus(who));
    }

    GuaranteeDetail objectedTo(Parties who, boolean ruledOut) {
        return opinions(
                endorsedBy.minus(who), objectedToBy.plus(who), ruledOut ? ruledOutBy.plus(who) : ruledOutBy.minus(who));
    }

    private GuaranteeDetail opinions(Parties endorsing, Parties objecting, Parties rulingOut) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsing,
                objecting,
                rulingOut,
                contributions,
                discussions,
                discussionsCount,
                agreedBetween,
                voices,
                endedBy);
    }

    GuaranteeDetail with(List<Contribution> offers) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                offers,
                discussions,
                discussionsCount,
                agreedBetween,
                voices,
                endedBy);
    }

    GuaranteeDetail discussed(Discussion discussion) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                contributions,
                RecentItems.append(discussions, discussion),
                discussionsCount + 1,
                agreedBetween,
                voices,
                endedBy);
    }

    GuaranteeDetail agreed(Parties between) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                contributions,
                discussions,
                discussionsCount,
                between,
                voices,
                endedBy);
    }

    GuaranteeDetail withdrawn(Parties who) {
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                contributions,
                discussions,
                discussionsCount,
                agreedBetween,
                voices,
                who);
    }

    /** Replaces the earlier statements of the same voices. */
    GuaranteeDetail heard(List<GuaranteeVoice> latest) {
        Stream<GuaranteeVoice> others = voices.stream()
                .filter(old -> latest.stream().noneMatch(v -> v.party().equals(old.party())));
        return new GuaranteeDetail(
                form,
                by,
                to,
                guarantors,
                terms,
                trigger,
                partOf,
                endorsedBy,
                objectedToBy,
                ruledOutBy,
                contributions,
                discussions,
                discussionsCount,
                agreedBetween,
                Stream.concat(others, latest.stream()).toList(),
                endedBy);
    }
}
