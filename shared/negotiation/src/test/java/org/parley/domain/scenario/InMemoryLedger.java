package org.parley.domain.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.decision.GroupDecider;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.party.Party;
import org.parley.domain.state.NegotiationHistory;

/** A minimal ledger in memory. The clock advances by a minute with every entry. */
public final class InMemoryLedger {
    private final NegotiationHistory history;
    private final List<LedgerEntry> trail = new ArrayList<>();
    private final List<Party> admitted;
    private final MatterAddress own;
    private Instant now;

    /** A ledger of one negotiation at an instant, with these parties admitted. */
    public InMemoryLedger(String negotiation, Instant now, Collection<Party> admitted) {
        this.history = new NegotiationHistory(negotiation);
        this.now = now;
        this.admitted = List.copyOf(admitted);
        this.own = MatterAddress.ofNegotiation(negotiation);
    }

    /**
     * Decides about a command and records the development.
     *
     * @throws CommandRefusedException if the command is refused
     */
    public LedgerEntry log(CommandEnvelope command) {
        return record(command, decide(command));
    }

    /** Records the decided development of a command. */
    public LedgerEntry record(CommandEnvelope command, Development decided) {
        LedgerEntry entry =
                new LedgerEntry(command.developmentId(), command.matter(), trail.size() + 1L, now, "editor", decided);
        history.record(entry);
        trail.add(entry);
        now = now.plus(Duration.ofMinutes(1));
        return entry;
    }

    /** Decides about commands of one matter together and records all of them as a group. */
    public void logTogether(List<CommandEnvelope> commands) {
        List<Development> decided = GroupDecider.decide(
                        historyOf(commands.getFirst().matter()), commands, decisionContext())
                .developments();
        for (int i = 0; i < commands.size(); i++) {
            CommandEnvelope command = commands.get(i);
            LedgerEntry entry = new LedgerEntry(
                    command.developmentId(), command.matter(), trail.size() + 1L, now, "editor", decided.get(i));
            LedgerEntry recorded = i < commands.size() - 1 ? entry.asContinued() : entry;
            history.record(recorded);
            trail.add(recorded);
            now = now.plusNanos(1_000);
        }
        now = now.plus(Duration.ofMinutes(1));
    }

    /** Releases all entries whose embargo has ended, as the ledger does. */
    public void endEmbargoes() {
        for (LedgerEntry entry : List.copyOf(trail)) {
            RecordedHistory matter = historyOf(entry.matter());
            matter.embargo(entry.developmentId())
                    .filter(embargo ->
                            embargo.until() != null && !embargo.until().end().isAfter(now))
                    .ifPresent(embargo -> log(new CommandEnvelope(
                            new UUID(0, trail.size()),
                            entry.matter(),
                            new ReleaseDevelopment(entry.developmentId()),
                            null,
                            null,
                            null,
                            null)));
        }
    }

    /** Decides about a command without recording it. */
    public Development decide(CommandEnvelope command) {
        return CommandDecider.decide(historyOf(command.matter()), command, decisionContext());
    }

    public RecordedHistory historyOf(MatterAddress matter) {
        return history.matter(matter).orElseGet(() -> new RecordedHistory(matter));
    }

    public NegotiationHistory history() {
        return history;
    }

    /** The matter of an entry; empty if it does not exist. */
    public Optional<MatterAddress> matterOf(UUID entry) {
        return trail.stream()
                .filter(e -> e.developmentId().equals(entry))
                .map(LedgerEntry::matter)
                .findFirst();
    }

    public List<LedgerEntry> trail() {
        return Collections.unmodifiableList(trail);
    }

    public DecisionContext decisionContext() {
        return new DecisionContext(now, PartyRegister.of(admitted, historyOf(own)));
    }

    public Instant now() {
        return now;
    }

    /** Sets the clock to a later instant. */
    public void waitUntil(Instant later) {
        now = later;
    }
}
