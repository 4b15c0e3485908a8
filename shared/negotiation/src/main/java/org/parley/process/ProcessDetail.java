package org.parley.process;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.Party;
import org.parley.party.PartyCode;

/**
 * What is known of a negotiation besides its status.
 *
 * @param summary what it is about, or what came of it
 * @param parties everyone ever admitted, in the order of admission
 */
public record ProcessDetail(@Nullable String summary, List<Party> parties) implements Detail {
    static final ProcessDetail BLANK = new ProcessDetail(null, List.of());

    ProcessDetail summarised(@Nullable String text) {
        return text == null ? this : new ProcessDetail(text, parties);
    }

    ProcessDetail admitted(Party party) {
        boolean known = parties.stream().anyMatch(p -> p.code().equals(party.code()));
        List<Party> all = known
                ? parties.stream()
                        .map(p -> p.code().equals(party.code()) ? party : p)
                        .toList()
                : Stream.concat(parties.stream(), Stream.of(party)).toList();
        return new ProcessDetail(summary, all);
    }

    ProcessDetail withdrawn(PartyCode code) {
        return new ProcessDetail(
                summary,
                parties.stream()
                        .map(p -> p.code().equals(code) ? new Party(p.code(), p.name(), p.kind(), p.role(), true) : p)
                        .toList());
    }
}
