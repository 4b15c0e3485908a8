package org.parley.domain.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.matter.Development;

/**
 * The effective history of a matter by another algorithm than {@link DevelopmentThread}. Whatever can undo an entry was recorded
 * after it, so a backward scan of the trail meets retractions and corrections before their targets.
 */
final class BackwardScan {
    private BackwardScan() {}

    /** Id, event and date of every effective development. */
    static List<Tuple> of(List<LedgerEntry> entries) {
        Map<UUID, UUID> firsts = new HashMap<>();
        for (LedgerEntry entry : entries) {
            UUID id = entry.developmentId();
            firsts.put(id, entry.event() instanceof EditorialEvent said ? firsts.get(said.target()) : id);
        }
        Set<UUID> retracted = new HashSet<>();
        Map<UUID, Development> corrected = new HashMap<>();
        List<Tuple> holding = new ArrayList<>();
        for (LedgerEntry entry : entries.reversed()) {
            UUID id = entry.developmentId();
            if (retracted.contains(id)) {
                continue;
            }
            if (entry.event() instanceof DevelopmentRetracted retraction) {
                retracted.add(retraction.target());
            } else if (entry.event() instanceof DevelopmentCorrected correction) {
                corrected.putIfAbsent(firsts.get(id), correction.replacement());
            } else if (!(entry.event() instanceof EditorialEvent)) {
                Development now = corrected.getOrDefault(id, entry.development());
                holding.add(Tuple.tuple(id, now.event(), now.occurred()));
            }
        }
        return holding;
    }
}
