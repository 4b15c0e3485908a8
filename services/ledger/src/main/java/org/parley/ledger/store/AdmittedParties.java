package org.parley.ledger.store;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.matter.Event;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.party.PartyRole;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was admitted to each negotiation by an event recorded so far. */
public final class AdmittedParties {
    private final JdbcClient jdbc;

    public AdmittedParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parties of a negotiation by code. */
    public Map<PartyCode, Party> of(String negotiation) {
        return jdbc
                .sql("select code, name, kind, role from ledger.party where negotiation = ?")
                .param(negotiation)
                .query((row, number) -> {
                    String role = row.getString("role");
                    return new Party(
                            new PartyCode(row.getString("code")),
                            row.getString("name"),
                            PartyKind.valueOf(row.getString("kind")),
                            role == null ? null : PartyRole.valueOf(role),
                            false);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Party::code, Function.identity()));
    }

    /** Takes in an event: who it admits, or describes anew, is a party from now on. */
    void take(String negotiation, Event event) {
        if (event instanceof DevelopmentCorrected correction) {
            take(negotiation, correction.replacement().event());
        } else if (event instanceof PartyAdmitted party) {
            jdbc.sql("insert into ledger.party (negotiation, code, name, kind, role) values (?, ?, ?, ?, ?)"
                            + " on conflict (negotiation, code) do update"
                            + " set name = excluded.name, kind = excluded.kind, role = excluded.role")
                    .params(
                            negotiation,
                            party.party().text(),
                            party.name(),
                            party.partyKind().name())
                    .param(party.role() == null ? null : party.role().name())
                    .update();
        }
    }
}
