package org.parley.ledger.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** The number of events that are stored and not yet relayed, by the stored progress. */
    long lag() {
        return jdbc.sql("""
                        select coalesce(sum(h.position - coalesce(p.position, 0)), 0)
                        from ledger.negotiation_head h left join ledger.relay_progress p using (negotiation)
                        where h.position > coalesce(p.position, 0)
                        """).query(Long.class).single();
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
     * The next events to relay: by negotiation, each in the order of positions.
     *
     * @param sent the last position of each negotiation that was sent and is not yet in the stored progress
     * @param limit the maximum number of events
     * @param bytes the size in bytes of JSON at which to stop; returns at least one event if there is one
     * @throws IllegalStateException if the store lacks a position: consumers must never see a gap
     */
    List<PublishedEvent> next(Map<String, Long> sent, int limit, long bytes) {
        Map<String, Long> last = new HashMap<>();
        return jdbc.sql("""
                        with unrelayed as (
                            select h.negotiation, greatest(p.position, s.position, 0) as relayed, h.position
                            from ledger.negotiation_head h left join ledger.relay_progress p using (negotiation)
                            left join unnest(?::text[], ?::bigint[]) as s (negotiation, position) using (negotiation)
                            where h.position > greatest(p.position, s.position, 0)),
                        counted as (
                            select *, (sum(position - relayed) over (order by negotiation rows unbounded preceding)
                                - (position - relayed))::bigint as before
                            from unrelayed),
                        pending as (
                            select negotiation as of, relayed, least(position, relayed + ? - before) as upto
                            from counted where before < ?)
                        select * from (
                            select *, sum(octet_length(payload)) over (order by of, position rows unbounded preceding)
                                - octet_length(payload) as bytes_before
                            from pending left join lateral (
                                select e.*, s.global_index, s.payload_type, s.payload
                                from ledger.ledger_entry e
                                join ledger.domain_event_entry s on s.event_identifier = e.development_id::text
                                where e.negotiation = pending.of
                                    and e.position > pending.relayed and e.position <= pending.upto) run on true) run
                        where coalesce(bytes_before, 0) < ? order by of, position
                        """)
                .params(sent.keySet().toArray(String[]::new), sent.values().toArray(Long[]::new), limit, limit, bytes)
                .query((row, number) -> {
                    String negotiation = row.getString("of");
                    long position = last.getOrDefault(negotiation, row.getLong("relayed")) + 1;
                    if (row.getLong("position") != position) {
                        throw new IllegalStateException("the store lacks position " + position + " of " + negotiation);
                    }
                    last.put(negotiation, position);
                    return event(row);
                })
                .list();
    }

    private static PublishedEvent event(ResultSet row) throws SQLException {
        return new PublishedEvent(
                        row.getObject("development_id", UUID.class),
                        EventTypeName.parse(row.getString("payload_type")),
                        new MatterAddress(
                                row.getString("negotiation"),
                                MatterKind.ofSlug(row.getString("kind")).orElseThrow(),
                                row.getString("matter")),
                        row.getLong("position"),
                        row.getLong("global_index"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("editor"),
                        row.getString("correlation_id"),
                        row.getString("causation_id"),
                        row.getString("occurred"),
                        row.getBytes("payload"))
                .withContinued(row.getBoolean("continued"))
                .canonical();
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
    Map<String, Long> lastPositions() {
        return jdbc
                .sql("select negotiation, position from ledger.negotiation_head")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * How far the relay has come.
     *
     * @param positions the last relayed position, by negotiation
     * @param topicId the id of the topic; a recreated topic has another
     * @param ends the offset after the last acknowledged record, by partition
     */
    record Progress(Map<String, Long> positions, String topic, String topicId, Map<Integer, Long> ends) {}

    /**
     * Stores the progress; never lowers it for the same topic. Does nothing if the current seal key is another.
     *
     * <p>Does not wait for the disk. A crash of the server can lose the last calls, but only as a whole: positions and
     * end offsets are written together, so what remains is the state after an earlier call. From its end offsets the
     * comparison of store and topic reads every record that was acknowledged later.
     *
     * @param sealKey the fingerprint of the key that sealed the records
     */
    void advance(Progress progress, String sealKey) {
        Map<String, Long> positions = new TreeMap<>(progress.positions()); // two relays lock the rows in one order
        Map<Integer, Long> ends = new TreeMap<>(progress.ends());
        jdbc.sql("""
                        with seal as (
                            select set_config('synchronous_commit', 'off', true)
                            from ledger.relay_seal where seal_key = ?),
                        ends as (
                            insert into ledger.relay_partition as p (topic, topic_id, partition, end_offset)
                            select ?, ?, e.* from seal, unnest(?::int[], ?::bigint[]) as e order by 3
                            on conflict (topic, partition) do update
                            set topic_id = excluded.topic_id, end_offset = case when p.topic_id = excluded.topic_id
                                then greatest(p.end_offset, excluded.end_offset) else excluded.end_offset end)
                        insert into ledger.relay_progress as p (negotiation, position)
                        select n.* from seal, unnest(?::text[], ?::bigint[]) as n order by 1
                        on conflict (negotiation) do update set position = greatest(p.position, excluded.position)
                        """)
                .params(
                        sealKey,
                        progress.topic(),
                        progress.topicId(),
                        ends.keySet().toArray(Integer[]::new),
                        ends.values().toArray(Long[]::new),
                        positions.keySet().toArray(String[]::new),
                        positions.values().toArray(Long[]::new))
                .update();
    }

    /** Deletes all progress, so that everything is compared with the topic again. */
    void reset() {
        jdbc.sql("delete from ledger.relay_progress").update();
        jdbc.sql("delete from ledger.relay_partition").update();
    }

    /**
     * The end offsets of a topic after the last acknowledged records, by partition; empty if the topic was recreated.
     */
    Map<Integer, Long> endOffsets(String topic, String topicId) {
        return jdbc
                .sql("select partition, end_offset from ledger.relay_partition where topic = ? and topic_id = ?")
                .params(topic, topicId)
                .query((row, number) -> Map.entry(row.getInt("partition"), row.getLong("end_offset")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether anything was ever relayed. */
    boolean hasProgress() {
        return jdbc.sql("select exists (select from ledger.relay_progress)")
                .query(Boolean.class)
                .single();
    }
}
