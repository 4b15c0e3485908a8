package org.parley.desk.matter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.MatterHistory;
import org.parley.desk.page.MatterReferences;

/**
 * A matter that refers to the one shown, or that it refers to.
 *
 * @param reference its address within the negotiation, {@code kind/slug}
 * @param relation the key of the message that says how they are related
 * @param mention its state, if it is the one that refers
 */
record RelatedMatter(
        String kind, String reference, String title, String relation, MatterHistory.@Nullable Mention mention) {

    /**
     * The related matters, those that it refers to first.
     *
     * @param titles the titles of the matters that its detail refers to
     */
    static List<RelatedMatter> of(MatterHistory matter, Map<String, String> titles) {
        List<MatterHistory.Mention> mentions = matter.mentionedIn() == null ? List.of() : matter.mentionedIn();
        Set<String> referring =
                mentions.stream().map(MatterHistory.Mention::reference).collect(Collectors.toSet());
        List<RelatedMatter> related = new ArrayList<>();
        for (String reference : own(matter)) {
            if (titles.containsKey(reference) && !referring.contains(reference)) {
                related.add(new RelatedMatter(
                        reference.substring(0, reference.indexOf('/')),
                        reference,
                        titles.get(reference),
                        "matter.refersTo",
                        null));
            }
        }
        mentions.forEach(mention -> related.add(
                new RelatedMatter(mention.kind(), mention.reference(), mention.title(), "matter.mentions", mention)));
        return related;
    }

    /** The references of the matter's own detail. */
    static Set<String> own(MatterHistory matter) {
        Set<String> references = new LinkedHashSet<>(MatterReferences.in(matter.detail()));
        references.remove(matter.reference());
        return references;
    }
}
