package org.parley.domain.negotiation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyStanding;

/**
 * The detail of a negotiation's state: everything besides its status.
 *
 * @param summary its subject, or its result once it is concluded
 * @param endedBy who broke off the talks; empty before, or if nobody is named
 * @param parties all parties ever admitted, in the order of admission; those without an effective admission come last
 * @param suspended the codes of the parties that are suspended, also of those whose admission comes later
 * @param withdrawn the codes of the parties that withdrew, also of those whose admission comes later
 */
public record NegotiationDetail(
        @Nullable String summary, Parties endedBy, List<Party> parties, Parties suspended, Parties withdrawn)
        implements MatterDetail {
    static final NegotiationDetail BLANK =
            new NegotiationDetail(null, Parties.NONE, List.of(), Parties.NONE, Parties.NONE);

    NegotiationDetail summarised(@Nullable String text) {
        return text == null ? this : new NegotiationDetail(text, endedBy, parties, suspended, withdrawn);
    }

    NegotiationDetail brokenOff(Parties who) {
        return new NegotiationDetail(summary, who, parties, suspended, withdrawn);
    }

    NegotiationDetail reopened() {
        return new NegotiationDetail(summary, Parties.NONE, parties, suspended, withdrawn);
    }

    /** The detail with a party, or with the new description of a party that is there. Its standing remains. */
    NegotiationDetail admitted(Party described) {
        Party party = described.with(standing(described.code()));
        boolean known = parties.stream().anyMatch(p -> p.code().equals(party.code()));
        List<Party> all = known
                ? parties.stream()
                        .map(p -> p.code().equals(party.code()) ? party : p)
                        .toList()
                : Stream.concat(parties.stream(), Stream.of(party)).toList();
        return new NegotiationDetail(summary, endedBy, all, suspended, withdrawn);
    }

    /** The same detail with additional parties. */
    public NegotiationDetail withParties(List<Party> more) {
        return new NegotiationDetail(
                summary,
                endedBy,
                Stream.concat(parties.stream(), more.stream().map(party -> party.with(standing(party.code()))))
                        .toList(),
                suspended,
                withdrawn);
    }

    /** A party withdraws, is suspended or takes part again. A suspension does not end a withdrawal. */
    NegotiationDetail with(PartyCode code, PartyStanding standing) {
        Parties one = new Parties(List.of(code));
        NegotiationDetail changed = new NegotiationDetail(
                summary,
                endedBy,
                parties,
                standing == PartyStanding.SUSPENDED ? suspended.plus(one) : suspended.minus(one),
                switch (standing) {
                    case WITHDRAWN -> withdrawn.plus(one);
                    case SUSPENDED -> withdrawn;
                    case PRESENT -> withdrawn.minus(one);
                });
        return new NegotiationDetail(
                summary,
                endedBy,
                parties.stream()
                        .map(party -> party.code().equals(code) ? party.with(changed.standing(code)) : party)
                        .toList(),
                changed.suspended,
                changed.withdrawn);
    }

    PartyStanding standing(PartyCode code) {
        if (withdrawn.codes().contains(code)) {
            return PartyStanding.WITHDRAWN;
        }
        return suspended.codes().contains(code) ? PartyStanding.SUSPENDED : PartyStanding.PRESENT;
    }
}
