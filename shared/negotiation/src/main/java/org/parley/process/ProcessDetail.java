package org.parley.process;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.Parties;
import org.parley.party.Party;
import org.parley.party.PartyCode;

/**
 * The detail of a negotiation's state: everything besides its status.
 *
 * @param summary its subject, or its result once concluded
 * @param endedBy who broke off the talks; empty before, or if nobody is named
 * @param parties all parties that were admitted, in the order of admission
 */
public record ProcessDetail(@Nullable String summary, Parties endedBy, List<Party> parties) implements Detail {
    static final ProcessDetail BLANK = new ProcessDetail(null, Parties.NONE, List.of());

    ProcessDetail summarised(@Nullable String text) {
        return text == null ? this : new ProcessDetail(text, endedBy, parties);
    }

    ProcessDetail brokenOff(Parties who) {
        return new ProcessDetail(summary, who, parties);
    }

    ProcessDetail reopened() {
        return new ProcessDetail(summary, Parties.NONE, parties);
    }

    ProcessDetail admitted(Party party) {
        boolean known = parties.stream().anyMatch(p -> p.code().equals(party.code()));
        List<Party> all = known
                ? parties.stream()
                        .map(p -> p.code().equals(party.code()) ? party : p)
                        .toList()
                : Stream.concat(parties.stream(), Stream.of(party)).toList();
        return new ProcessDetail(summary, endedBy, all);
    }

    ProcessDetail withdrawn(PartyCode code) {
        return new ProcessDetail(
                summary,
                endedBy,
                parties.stream()
                        .map(p -> p.code().equals(code) ? new Party(p.code(), p.name(), p.kind(), p.role(), true) : p)
                        .toList());
    }
}
