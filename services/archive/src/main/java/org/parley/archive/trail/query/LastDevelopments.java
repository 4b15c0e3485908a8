package org.parley.archive.trail.query;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.store.Timestamps;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the development of each matter that happened last, for its sources. */
public final class LastDevelopments {
    private final JdbcClient database;

    public LastDevelopments(DataSource source) {
        this.database = JdbcClient.create(source);
    }

    /**
     * The development of a matter that happened last.
     *
     * @param evidence its sources and grade as JSON; null without any
     */
    public record LastDevelopment(
            UUID developmentId,
            long position,
            String type,
            @Nullable String evidence) {}

    /**
     * The last development of each of these matters in the order of valid time, as first recorded, without retracted
     * ones. A matter without any is left out. It takes one statement, which reads the entries of these matters alone.
     *
     * @param matters of the negotiation of the span
     */
    public Map<MatterAddress, LastDevelopment> of(TrailSpan span, Collection<MatterAddress> matters) {
        Map<MatterAddress, LastDevelopment> found = new HashMap<>();
        if (matters.isEmpty()) {
            return found;
        }
        database.sql("""
                        select m.kind, m.matter, e.development_id, e.position, e.type,
                            case when e.since is null then e.evidence else e.evidence_since end as evidence
                        from unnest(:kinds::text[], :matters::text[]) as m (kind, matter)
                        join lateral (
                            select e.development_id, e.position, e.type, e.evidence, s.since, s.evidence as evidence_since
                            from archive.trail_entry e
                            left join lateral (select t.since, t.standing, t.evidence from archive.trail_standing t
                                where t.development_id = e.development_id and t.since <= :through
                                order by t.since desc limit 1) s on true
                            where e.negotiation = :negotiation and e.kind = m.kind and e.matter = m.matter
                            and e.targets is null and e.position <= :through
                            and (e.occurred_start is null or e.occurred_start <= :asOf::timestamptz)
                            and coalesce(s.standing, 'EFFECTIVE') <> 'RETRACTED'
                            order by e.occurred_start desc nulls last, e.position desc limit 1) e on true""")
                .param("negotiation", span.negotiation())
                .param("through", span.through())
                .param("asOf", span.asOf() == null ? "infinity" : Timestamps.text(span.asOf()))
                .param(
                        "kinds",
                        texts(matters.stream()
                                .map(matter -> matter.kind().slug())
                                .toList()))
                .param(
                        "matters",
                        texts(matters.stream().map(MatterAddress::slug).toList()))
                .query((ResultSet row) -> {
                    MatterAddress matter = new MatterAddress(
                            span.negotiation(),
                            MatterKind.ofSlug(row.getString("kind")).orElseThrow(),
                            row.getString("matter"));
                    found.put(
                            matter,
                            new LastDevelopment(
                                    row.getObject("development_id", UUID.class),
                                    row.getLong("position"),
                                    row.getString("type"),
                                    row.getString("evidence")));
                });
        return found;
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
