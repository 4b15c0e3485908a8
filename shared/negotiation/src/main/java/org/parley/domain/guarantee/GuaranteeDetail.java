package org.parley.domain.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeProposed;
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
 * @param partOf the package that it was proposed in; null if none
 * @param term how long it is to hold, in words; null if none is named
 * @param via the mediators
 * @param endorsedBy the parties whose latest statement supports it
 * @param objectedToBy the parties whose latest statement opposes it
 * @param ruledOutBy those of them who rule it out
 * @param contributions the offers that were not withdrawn
 * @param discussions who talked with whom about it: the last {@value RecentItems#MAX}, in valid-time order
 * @param discussionsCount the number of discussions
 * @param agreedBetween the parties that agreed on it
 * @param voices the latest statements of voices
 * @param packagings who put it in which package, in valid-time order: the last word on each package
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
        @Nullable String term,
        Parties via,
        Parties endorsedBy,
        Parties objectedToBy,
        Parties ruledOutBy,
        List<Contribution> contributions,
        List<Discussion> discussions,
        int discussionsCount,
        Parties agreedBetween,
        List<GuaranteeVoice> voices,
        List<Packaging> packagings,
        Parties endedBy)
        implements MatterDetail {

    /** A discussion of the guarantee. */
    public record Discussion(UUID developmentId, @Nullable Edtf occurred, Parties by, Parties with, String summary) {}

    /**
     * The guarantee is put in a package.
     *
     * @param name the package
     * @param occurred since when
     * @param by who put it there; empty if nobody is named
     */
    public record Packaging(
            ShortName name, UUID developmentId, @Nullable Edtf occurred, Parties by) {}

    /** The packages that it belongs to, each once. */
    public List<ShortName> packages() {
        return Stream.concat(Stream.ofNullable(partOf), packagings.stream().map(Packaging::name))
                .distinct()
                .toList();
    }

    /** The detail after a proposal, which replaces everything before it. */
    static GuaranteeDetail of(GuaranteeProposed proposed) {
        GuaranteeDetailBuilder first = new GuaranteeDetailBuilder(proposed.form());
        first.by = Parties.of(proposed.by());
        first.to = Parties.of(proposed.to());
        first.guarantors = Parties.of(proposed.guarantors());
        first.terms = proposed.terms();
        first.trigger = proposed.trigger();
        first.partOf = proposed.partOf();
        first.term = proposed.term();
        first.via = Parties.of(proposed.via());
        return first.build();
    }

    GuaranteeDetail amended(String newTerms, @Nullable String newTrigger, @Nullable String newTerm) {
        GuaranteeDetailBuilder next = copy();
        next.terms = newTerms;
        next.trigger = newTrigger == null ? trigger : newTrigger;
        next.term = newTerm == null ? term : newTerm;
        next.agreedBetween = Parties.NONE;
        return next.build();
    }

    GuaranteeDetail endorsed(Parties who) {
        GuaranteeDetailBuilder next = copy();
        next.endorsedBy = endorsedBy.plus(who);
        next.objectedToBy = objectedToBy.minus(who);
        next.ruledOutBy = ruledOutBy.minus(who);
        return next.build();
    }

    GuaranteeDetail objectedTo(Parties who, boolean ruledOut) {
        GuaranteeDetailBuilder next = copy();
        next.endorsedBy = endorsedBy.minus(who);
        next.objectedToBy = objectedToBy.plus(who);
        next.ruledOutBy = ruledOut ? ruledOutBy.plus(who) : ruledOutBy.minus(who);
        return next.build();
    }

    GuaranteeDetail with(List<Contribution> offers) {
        GuaranteeDetailBuilder next = copy();
        next.contributions = offers;
        return next.build();
    }

    GuaranteeDetail discussed(Discussion discussion) {
        GuaranteeDetailBuilder next = copy();
        next.discussions = RecentItems.append(discussions, discussion);
        next.discussionsCount = discussionsCount + 1;
        return next.build();
    }

    GuaranteeDetail agreed(Parties between, Parties mediators, @Nullable String newTerm) {
        GuaranteeDetailBuilder next = copy();
        next.agreedBetween = between;
        next.via = via.plus(mediators);
        next.term = newTerm == null ? term : newTerm;
        return next.build();
    }

    GuaranteeDetail withdrawn(Parties who) {
        GuaranteeDetailBuilder next = copy();
        next.endedBy = who;
        return next.build();
    }

    /** Replaces the last word on the same package. */
    GuaranteeDetail packaged(Packaging packaging) {
        List<Packaging> all = new ArrayList<>(packagings);
        all.removeIf(known -> known.name().equals(packaging.name()));
        all.add(packaging);
        GuaranteeDetailBuilder next = copy();
        next.packagings = List.copyOf(all);
        return next.build();
    }

    /** Replaces the earlier statements of the same voices. */
    GuaranteeDetail withStatements(List<GuaranteeVoice> latest) {
        Stream<GuaranteeVoice> others = voices.stream()
                .filter(old -> latest.stream().noneMatch(v -> v.party().equals(old.party())));
        GuaranteeDetailBuilder next = copy();
        next.voices = Stream.concat(others, latest.stream()).toList();
        return next.build();
    }

    private GuaranteeDetailBuilder copy() {
        GuaranteeDetailBuilder copy = new GuaranteeDetailBuilder(form);
        copy.by = by;
        copy.to = to;
        copy.guarantors = guarantors;
        copy.terms = terms;
        copy.trigger = trigger;
        copy.partOf = partOf;
        copy.term = term;
        copy.via = via;
        copy.endorsedBy = endorsedBy;
        copy.objectedToBy = objectedToBy;
        copy.ruledOutBy = ruledOutBy;
        copy.contributions = contributions;
        copy.discussions = discussions;
        copy.discussionsCount = discussionsCount;
        copy.agreedBetween = agreedBetween;
        copy.voices = voices;
        copy.packagings = packagings;
        copy.endedBy = endedBy;
        return copy;
    }

    /** The components of a guarantee's detail by name: everything is empty unless set. */
    static final class GuaranteeDetailBuilder {
        final GuaranteeForm form;
        Parties by = Parties.NONE;
        Parties to = Parties.NONE;
        Parties guarantors = Parties.NONE;

        @Nullable String terms;

        @Nullable String trigger;

        @Nullable ShortName partOf;

        @Nullable String term;

        Parties via = Parties.NONE;
        Parties endorsedBy = Parties.NONE;
        Parties objectedToBy = Parties.NONE;
        Parties ruledOutBy = Parties.NONE;
        List<Contribution> contributions = List.of();
        List<Discussion> discussions = List.of();
        int discussionsCount;
        Parties agreedBetween = Parties.NONE;
        List<GuaranteeVoice> voices = List.of();
        List<Packaging> packagings = List.of();
        Parties endedBy = Parties.NONE;

        GuaranteeDetailBuilder(GuaranteeForm form) {
            this.form = form;
        }

        GuaranteeDetail build() {
            return new GuaranteeDetail(
                    form,
                    by,
                    to,
                    guarantors,
                    terms,
                    trigger,
                    partOf,
                    term,
                    via,
                    endorsedBy,
                    objectedToBy,
                    ruledOutBy,
                    contributions,
                    discussions,
                    discussionsCount,
                    agreedBetween,
                    voices,
                    packagings,
                    endedBy);
        }
    }
}
