package org.parley.domain.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterKind;

/**
 * Decides about commands of one matter together: as one insertion into its history, all or none. So it accepts what is
 * possible only together, such as the declaration and the end of an earlier truce. Pure.
 */
public final class GroupDecider {
    private final RecordedHistory recorded;
    private final RecordedHistory together;
    private final List<CommandEnvelope> commands;
    private final Map<UUID, Refusal> refused = new HashMap<>();

    private GroupDecider(RecordedHistory recorded, List<CommandEnvelope> commands) {
        this.recorded = recorded;
        this.together = RecordedHistory.of(recorded.address(), recorded.entries());
        this.commands = commands;
    }

    /**
     * What a group becomes.
     *
     * @param developments the developments to record, in the order of the commands
     * @param history the history of the matter, including them
     */
    public record DecidedGroup(List<Development> developments, RecordedHistory history) {}

    /**
     * Decides about a group, without recording it.
     *
     * @param history everything recorded of the matter so far
     * @param commands commands of this matter with different ids, in the order in which they are to be recorded; an
     *     editorial one may have an earlier one as its target
     * @throws GroupRefusedException if one of them is refused
     */
    public static DecidedGroup decide(
            RecordedHistory history, List<CommandEnvelope> commands, DecisionContext context) {
        return new GroupDecider(history, commands).decide(context);
    }

    private DecidedGroup decide(DecisionContext context) {
        requireBeginning();
        List<Development> developments = new ArrayList<>();
        DecisionContext current = context;
        for (int i = 0; i < commands.size(); i++) {
            CommandEnvelope command = commands.get(i);
            if (dependsOnRefused(command.command())) {
                continue;
            }
            try {
                Development development = CommandDecider.decideUnchecked(together, command, current);
                LedgerEntry entry =
                        CommandDecider.hypotheticalEntry(together, command.developmentId(), development, current);
                together.record(i + 1 < commands.size() ? entry.asContinued() : entry);
                developments.add(development);
                if (recorded.address().kind() == MatterKind.NEGOTIATION) {
                    current = new DecisionContext(context.now(), PartyRegister.of(together));
                }
            } catch (CommandRefusedException e) {
                refused.put(command.developmentId(), e.refusal());
            }
        }
        requireNoneRefused();
        refused.putAll(new GroupCheck(recorded, together, context).refusals());
        requireNoneRefused();
        return new DecidedGroup(developments, together);
    }

    /** A matter that does not exist needs one command in the group that can begin it, at whatever place. */
    private void requireBeginning() {
        boolean begins = recorded.version() > 0
                || commands.stream()
                        .map(CommandEnvelope::command)
                        .anyMatch(command -> command instanceof EditorialCommand
                                || DomainCatalogue.row(command.getClass()).isInitial());
        if (!begins) {
            List<String> allowed = recorded.type().lifecycle().beginningWith();
            commands.forEach(command -> refused.put(
                    command.developmentId(),
                    new UnknownMatter(recorded.address(), command.command().type(), allowed)));
            requireNoneRefused();
        }
    }

    private boolean dependsOnRefused(Command command) {
        return command instanceof EditorialCommand editorial && refused.containsKey(editorial.target());
    }

    private void requireNoneRefused() {
        if (refused.isEmpty()) {
            return;
        }
        throw GroupRefusedException.of(
                commands.stream().map(CommandEnvelope::developmentId).toList(), refused);
    }
}
