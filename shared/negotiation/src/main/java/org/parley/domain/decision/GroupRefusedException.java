package org.parley.domain.decision;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.domain.decision.Refusal.StoppedByGroup;

/** A group of commands is refused: nothing of it is recorded. */
public final class GroupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** @param refusals why each command is not recorded, in the order of the commands */
    public GroupRefusedException(List<Refusal> refusals) {
        super("the group is refused: " + refusals, null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /**
     * The exception for a group of which some commands are refused.
     *
     * @param ids the ids of all commands, in their order
     * @param refused the refusals by id; at least one
     */
    public static GroupRefusedException of(List<UUID> ids, Map<UUID, Refusal> refused) {
        List<UUID> by = ids.stream().filter(refused::containsKey).distinct().toList();
        return new GroupRefusedException(ids.stream()
                .map(id -> refused.getOrDefault(id, new StoppedByGroup(by)))
                .toList());
    }

    /** Why each command is not recorded, in the order of the commands. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
