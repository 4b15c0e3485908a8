package org.parley.desk.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.TrailEntryView;
import org.parley.domain.decision.RetractionRight;
import tools.jackson.databind.node.ObjectNode;

/** The offer to retract a development together with those that would fall with it. */
final class JointRetraction {
    /** The input with the other developments of an offer, one value for each. */
    static final String OTHERS = "together";

    /** As many as the ledger records together. */
    private static final int MOST = 200;

    private static final String RETRACT = "RetractDevelopment";

    private JointRetraction() {}

    /**
     * The entries that can be retracted together after a refusal; empty if the refusal names none, or this user may not
     * retract all of them.
     */
    static List<TrailEntryView> offer(CommandForm form, ServiceProblem refusal, ArchiveClient archive, Clock clock) {
        if (!form.command().equals(RETRACT) || refusal.fallen().isEmpty()) {
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        ids.add(form.values().get("target"));
        ids.addAll(form.values().all(OTHERS));
        ids.addAll(refusal.fallen());
        if (ids.size() > MOST) {
            return List.of();
        }
        List<TrailEntryView> entries = ids.stream()
                .map(id -> archive.entry(id, BitemporalPoint.NOW, null))
                .toList();
        Instant now = clock.instant();
        return entries.stream().allMatch(entry -> mayRetract(entry.editor(), entry.recordedAt(), now))
                ? entries
                : List.of();
    }

    private static boolean mayRetract(String editor, Instant recordedAt, Instant now) {
        return ParleyPrincipal.findCurrent()
                .filter(person -> person.hasRole(Role.CHIEF)
                        || (person.hasRole(Role.EDITOR)
                                && RetractionRight.isOwnWithin(editor, recordedAt, person.name(), now)))
                .isPresent();
    }

    /** The retraction of a form and those of the others; the same form always gives the same ids. */
    static List<ObjectNode> commands(CommandForm form, ObjectNode retraction) {
        List<ObjectNode> all = new ArrayList<>(List.of(retraction));
        for (String other : form.values().all(OTHERS)) {
            ObjectNode command = retraction.deepCopy();
            command.put("target", other);
            command.put(
                    "developmentId",
                    UUID.nameUUIDFromBytes((form.developmentId() + other).getBytes(StandardCharsets.UTF_8))
                            .toString());
            all.add(command);
        }
        return all;
    }
}
