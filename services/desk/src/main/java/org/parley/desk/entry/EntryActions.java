package org.parley.desk.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.desk.client.TrailEntryView;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.RetractionRight;
import org.parley.domain.matter.Event;

/** The editorial commands that an entry's page offers; the ledger decides whether they are allowed. */
final class EntryActions {
    private EntryActions() {}

    /** The commands for the user of this request; none for readers. */
    static List<String> of(TrailEntryView entry, Instant now) {
        ParleyPrincipal person = ParleyPrincipal.findCurrent().orElse(null);
        if (person == null || !person.hasRole(Role.EDITOR)) {
            return List.of();
        }
        boolean chief = person.hasRole(Role.CHIEF);
        boolean mayRetract =
                chief || RetractionRight.isOwnWithin(entry.editor(), entry.recordedAt(), person.name(), now);
        List<String> actions = new ArrayList<>();
        if (chief && entry.isHeld()) {
            actions.add("ReleaseDevelopment");
            actions.add("HoldDevelopment");
        }
        if (entry.isEditorial()) {
            if (mayRetract && entry.type().equals("DevelopmentCorrected")) {
                actions.add("RetractDevelopment");
            }
            return actions;
        }
        if (!entry.standing().equals("RETRACTED")) {
            actions.add("CorrectDevelopment");
            actions.add("AddSource");
            actions.add("GradeDevelopment");
            actions.add("DisputeDevelopment");
            if (!entry.disputes().isEmpty()) {
                actions.add("ResolveDispute");
            }
            if (chief && !entry.isHeld() && isHoldable(entry)) {
                actions.add("HoldDevelopment");
            }
            if (mayRetract) {
                actions.add("RetractDevelopment");
            }
        }
        return actions;
    }

    /** Events that this version does not know are left to the ledger. */
    private static boolean isHoldable(TrailEntryView entry) {
        Class<? extends Event> event = DomainCatalogue.events().get(entry.type());
        return event == null || DomainCatalogue.isHoldable(event);
    }
}
