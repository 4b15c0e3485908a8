package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the store with SQL. */
record StoredTrail(JdbcClient jdbc) {
    private static final List<String> TABLES =
            List.of("domain_event_entry", "snapshot_event_entry", "negotiation_head", "ledger_entry", "embargo_end");

    static StoredTrail of(LedgerProcess ledger) {
        return new StoredTrail(ledger.bean(JdbcClient.class));
    }

    record Row(
            UUID developmentId,
            String negotiation,
            long position,
            String kind,
            String matter,
            long version,
            OffsetDateTime recordedAt,
            long globalIndex,
            String payloadType,
            String payload) {
        String address() {
            return negotiation + "/" + kind + "/" + matter;
        }
    }

    /** All events, by negotiation and position. */
    List<Row> all() {
        return jdbc.sql("""
                        select e.development_id, e.negotiation, e.position, e.kind, e.matter, e.version, e.recorded_at,
                            s.global_index, s.payload_type, convert_from(s.payload, 'UTF8') as payload
                        from ledger.ledger_entry e
                        full join ledger.domain_event_entry s on s.event_identifier = e.development_id::text
                        order by e.negotiation, e.position
                        """).query(Row.class).list();
    }

    List<Row> of(String negotiation) {
        return all().stream()
                .filter(row -> row.negotiation().equals(negotiation))
                .toList();
    }

    /** The content of all tables of the store as one text, to verify that nothing has changed. */
    Map<String, String> fingerprint() {
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> jdbc.sql(
                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ledger." + table
                                + " t")
                .query(String.class)
                .single()));
    }

    /**
     * Requires the invariants of a store: positions and versions without gaps; instants and numbers increase with
     * positions.
     */
    void requireInOrder() {
        Map<String, List<Row>> negotiations = all().stream().collect(Collectors.groupingBy(Row::negotiation));
        negotiations.forEach((negotiation, rows) -> {
            assertThat(rows).extracting(Row::position).containsExactlyElementsOf(upTo(rows.size()));
            assertThat(rows).extracting(Row::developmentId).doesNotHaveDuplicates();
            assertThat(rows)
                    .extracting(row -> row.recordedAt().toInstant())
                    .as("recordedAt along " + negotiation)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(rows).extracting(Row::globalIndex).isSorted().doesNotHaveDuplicates();
            assertThat(jdbc.sql("select position from ledger.negotiation_head where negotiation = ?")
                            .param(negotiation)
                            .query(Long.class)
                            .single())
                    .isEqualTo(rows.size());
        });
        all().stream().collect(Collectors.groupingBy(Row::address)).forEach((matter, rows) -> assertThat(rows)
                .as(matter)
                .extracting(Row::version)
                .containsExactlyElementsOf(upTo(rows.size())));
    }

    private static List<Long> upTo(int last) {
        return new ArrayList<>(LongStream.rangeClosed(1, last).boxed().toList());
    }
}
