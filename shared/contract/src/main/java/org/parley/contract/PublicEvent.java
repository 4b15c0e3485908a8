package org.parley.contract;

import com.fasterxml.uuid.Generators;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.publication.NoticeIds;
import org.parley.domain.publication.PublicEntry;

/**
 * An event of the public trail: a CloudEvent 1.0. Its data is byte for byte that of the event recorded inside. Its
 * {@code position} is the public one, its {@code time} is when it became public, its {@code recordedtime} when it was
 * recorded. It has no number or id that would tell of what is not public.
 *
 * @param attributes the CloudEvent's attributes as text by name, in the order in which they are written, with the
 *     digest
 * @param data the development's JSON in UTF-8, canonical
 * @see PublishedEvent
 */
public record PublicEvent(Map<String, String> attributes, byte[] data) {
    /** The topic of the public trails, keyed by negotiation. */
    public static final String PUBLIC_TOPIC = "parley.public.v1";

    /** The ids of notices: UUIDs of version 5, of the time in the namespace of the target. */
    public static final NoticeIds NOTICE_IDS =
            (target, publicAt) -> Generators.nameBasedGenerator(target).generate(PublishedEvent.time(publicAt));

    /**
     * The event of a public entry.
     *
     * @param recorded the event inside that recorded it, with canonical data; null for a notice
     */
    public static PublicEvent of(PublicEntry entry, @Nullable PublishedEvent recorded) {
        LedgerEntry folded = entry.entry();
        EventTypeName type = recorded == null ? EventTypeName.of(folded.event()) : recorded.type();
        byte[] data =
                recorded == null ? CanonicalJson.of(DevelopmentJson.write(folded.development())) : recorded.data();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", folded.developmentId().toString());
        attributes.put("source", PublishedEvent.SOURCE);
        attributes.put("type", type.toString());
        attributes.put("subject", folded.matter().toString());
        attributes.put("time", PublishedEvent.time(entry.publicAt()));
        attributes.put("dataschema", type.schema());
        if (recorded != null && recorded.occurred() != null) {
            attributes.put("occurred", recorded.occurred());
        }
        attributes.put("position", Long.toString(folded.position()));
        if (folded.continued()) {
            attributes.put(PublishedEvent.CONTINUED, Boolean.TRUE.toString());
        }
        attributes.put("editor", folded.editor());
        attributes.put("recordedtime", PublishedEvent.time(folded.recordedAt()));
        attributes.put(PublishedEvent.DIGEST, CanonicalEvent.digest(attributes, data));
        return new PublicEvent(attributes, data);
    }
}
