package org.parley.ledger.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.ledger.relay.TopicComparison.TopicEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the events to relay, and stores the relay's progress. */
final class RelayStore {
    private final JdbcClient jdbc;

    RelayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A negotiation with events to relay.
     *
     * @param relayed the last relayed position
     * @param position the last stored position
     */
    record Pending(String negotiation, long relayed, long position) {}

    List<Pending> pending() {
        return jdbc.sql("""
                        select h.negotiation, coalesce(p.position, 0) as relayed, h.position
                        from ledger.negotiation_head h left join ledger.relay_progress p using (negotiation)
                        where h.position > coalesce(p.position, 0) order by h.negotiation
                        """).query(Pending.class).list();
    }

    /**
     * The events to relay in total.
     *
     * @param events the number of events that are stored and not yet relayed
     * @param oldest when the first of them was recorded (UTC); null if there is none
     * @param relayed the number of events ever relayed
     * @param halt why no command may be recorded; null if the ledger is not halted
     * @param unverified the number of negotiations with unverified claims beyond the store
     */
    record Backlog(
            long events,
            @Nullable Instant oldest,
            long relayed,
            @Nullable String halt,
            int unverified) {}

    Backlog backlog() {
        return jdbc.sql("""
                        select coalesce(sum(h.position - coalesce(p.position, 0)), 0) as events,
                            min(e.recorded_at) as oldest,
                            (select coalesce(sum(position), 0) from ledger.relay_progress) as relayed,
                            (select reason from ledger.halt) as halt,
                            (select count(*) from ledger.unverified_claim) as unverified
                        from ledger.negotiation_head h left join ledger.relay_progress p using (negotiation)
                        left join ledger.ledger_entry e
                            on e.negotiation = h.negotiation and e.position = coalesce(p.position, 0) + 1
                        where h.position > coalesce(p.position, 0)
                        """)
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Backlog(
                            row.getLong("events"),
                            oldest == null ? null : oldest.toInstant(),
                            row.getLong("relayed"),
                            row.getString("halt"),
                            row.getInt("unverified"));
                })
                .single();
    }

    /**
     * The events of a negotiation after a position, in the order of positions.
     *
     * @param limit the maximum number of events
     * @param bytes the size in bytes of JSON at which to stop; returns at least one event
     */
    List<PublishedEvent> after(String negotiation, long position, int limit, long bytes) {
        return jdbc.sql("""
                        select * from (
                            select run.*, sum(octet_length(payload)) over (order by position) - octet_length(payload)
                                as bytes_before
                            from (
                                select e.*, s.global_index, s.payload_type, s.payload
                                from ledger.ledger_entry e
                                join ledger.domain_event_entry s on s.event_identifier = e.development_id::text
                                where e.negotiation = ? and e.position > ? order by e.position limit ?) run) summed
                        where bytes_before < ? order by position
                        """)
                .params(negotiation, position, limit, bytes)
                .query((row, number) -> new PublishedEvent(
                                row.getObject("development_id", UUID.class),
                                EventTypeName.parse(row.getString("payload_type")),
                                new MatterAddress(
                                        row.getString("negotiation"),
                                        MatterKind.ofSlug(row.getString("kind")).orElseThrow(),
                                        row.getString("matter")),
                                row.getLong("position"),
                                row.getLong("global_index"),
                                row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("editor"),
                                row.getString("correlation_id"),
                                row.getString("causation_id"),
                                row.getString("occurred"),
                                row.getBytes("payload"))
                        .canonical())
                .list();
    }

    long relayed(String negotiation) {
        return jdbc.sql("select coalesce(max(position), 0) from ledger.relay_progress where negotiation = ?")
                .param(negotiation)
                .query(Long.class)
                .single();
    }

    /**
     * Requires that the store holds these events at the same positions.
     *
     * @throws TopicMismatchException if it does not
     */
    void requireStored(List<TopicEvent> found) {
        jdbc.sql("""
                        select f.negotiation, f.position, e.development_id is null as missing,
                            coalesce((select position from ledger.negotiation_head h
                                where h.negotiation = f.negotiation), 0) as stored
                        from unnest(?::text[], ?::bigint[], ?::uuid[]) as f (negotiation, position, id)
                        left join ledger.ledger_entry e on e.negotiation = f.negotiation and e.position = f.position
                        where e.development_id is distinct from f.id order by f.negotiation, f.position limit 1
                        """)
                .param(found.stream().map(TopicEvent::negotiation).toArray(String[]::new))
                .param(found.stream().map(TopicEvent::position).toArray(Long[]::new))
                .param(found.stream().map(f -> f.developmentId().toString()).toArray(String[]::new))
                .query((row, number) -> row.getBoolean("missing")
                        ? TopicMismatchException.ahead(
                                row.getString("negotiation"), row.getLong("position"), row.getLong("stored"))
                        : TopicMismatchException.forked(row.getString("negotiation"), row.getLong("position")))
                .optional()
                .ifPresent(mismatch -> {
                    throw mismatch;
                });
    }

    /** Makes all ledgers refuse commands until {@link #resume}. */
    void halt(String reason) {
        jdbc.sql(
                        "insert into ledger.halt (reason) values (?) on conflict (single) do update set reason = excluded.reason")
                .param(reason)
                .update();
    }

    void resume() {
        jdbc.sql("delete from ledger.halt").update();
    }

    /** The last stored position, by negotiation. */
    Map<String, Long> heads() {
        return jdbc
                .sql("select negotiation, position from ledger.negotiation_head")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Stores the last relayed position of negotiations. Never lowers it.
     *
     * @param sealKey the fingerprint of the key that sealed the records; does nothing if the current key is another
     */
    void advance(Map<String, Long> positions, String sealKey) {
        positions.forEach((negotiation, position) ->
                jdbc.sql("""
                        insert into ledger.relay_progress as p (negotiation, position)
                        select ?, ? from ledger.relay_seal where seal_key = ?
                        on conflict (negotiation) do update set position = greatest(p.position, excluded.position)
                        """).params(negotiation, position, sealKey).update());
    }

    /** Deletes all progress, so that everything is compared with the topic again. */
    void reset() {
        jdbc.sql("delete from ledger.relay_progress").update();
        jdbc.sql("delete from ledger.relay_partition").update();
    }

    /**
     * The end offsets of a topic after the last acknowledged records, by partition; empty if the topic was recreated.
     */
    Map<Integer, Long> ends(String topic, String topicId) {
        return jdbc
                .sql("select partition, end_offset from ledger.relay_partition where topic = ? and topic_id = ?")
                .params(topic, topicId)
                .query((row, number) -> Map.entry(row.getInt("partition"), row.getLong("end_offset")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void noteEnds(String topic, String topicId, Map<Integer, Long> ends) {
        ends.forEach((partition, end) ->
                jdbc.sql("""
                        insert into ledger.relay_partition as p (topic, topic_id, partition, end_offset)
                        values (?, ?, ?, ?) on conflict (topic, partition) do update
                        set topic_id = excluded.topic_id, end_offset = case when p.topic_id = excluded.topic_id
                            then greatest(p.end_offset, excluded.end_offset) else excluded.end_offset end
                        """).params(topic, topicId, partition, end).update());
    }

    /** Whether anything was ever relayed. */
    boolean hasProgress() {
        return jdbc.sql("select exists (select from ledger.relay_progress)")
                .query(Boolean.class)
                .single();
    }
}
