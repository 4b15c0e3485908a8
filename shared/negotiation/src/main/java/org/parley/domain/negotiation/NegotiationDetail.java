package org.parley.domain.negotiation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;

/**
 * The detail of a negotiation's state: everything besides its status.
 *
 * @param summary its subject, or its result once it is concluded
 * @param endedBy who broke off the talks; empty before, or if nobody is named
 * @param parties all parties ever admitted, in the order of admission; those without an effective admission come last
 */
public record NegotiationDetail(@Nullable String summary, Parties endedBy, List<Party> parties)
        implements MatterDetail {
    static final NegotiationDetail BLANK = new NegotiationDetail(null, Parties.NONE, List.of());

    NegotiationDetail summarised(@Nullable String text) {
        return text == null ? this : new NegotiationDetail(text, endedBy, parties);
    }

    NegotiationDetail brokenOff(Parties who) {
        return new NegotiationDetail(summary, who, parties);
    }

    NegotiationDetail reopened() {
        return new NegotiationDetail(summary, Parties.NONE, parties);
    }

    NegotiationDetail admitted(Party party) {
        boolean known = parties.stream().anyMatch(p -> p.code().equals(party.code()));
        List<Party> all = known
                ? parties.stream()
                        .map(p -> p.code().equals(party.code()) ? party : p)
                        .toList()
                : Stream.concat(parties.stream(), Stream.of(party)).toList();
        return new NegotiationDetail(summary, endedBy, all);
    }

    /** The same detail with additional parties. */
    public NegotiationDetail withParties(List<Party> more) {
        return new NegotiationDetail(
                summary, endedBy, Stream.concat(parties.stream(), more.stream()).toList());
    }

    NegotiationDetail withdrawn(PartyCode code) {
        return new NegotiationDetail(
                summary,
                endedBy,
                parties.stream()
                        .map(p -> p.code().equals(code) ? new Party(p.code(), p.name(), p.kind(), p.role(), true) : p)
                        .toList());
    }
}
