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
 * @param summary what it is about, or what came of it
 * @param endedBy who broke off the talks; none while they are not broken off, and where nobody is named
 * @param parties everyone ever admitted, in the order of admission; last those of whom no admission holds any longer
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

    /** The same with parties more. */
    public ProcessDetail listing(List<Party> more) {
        return new ProcessDetail(
                summary,
                endedBy,
                Stream.concat(parties.stream(), more.stream()).toList());
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
