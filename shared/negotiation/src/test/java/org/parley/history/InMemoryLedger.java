package org.parley.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.party.Party;
import org.parley.state.NegotiationHistory;

/** The smallest ledger there can be: it decides, records and refuses, and a minute passes with every entry. */
public final class InMemoryLedger {
    private final NegotiationHistory history;
    private final List<Entry> trail = new ArrayList<>();
    private final List<Party> admitted;
    private final MatterAddress own;
    private Instant now;

    /** A ledger of one negotiation, at this instant, to which these parties have been admitted. */
    public InMemoryLedger(String negotiation, Instant now, Collection<Party> admitted) {
        this.history = new NegotiationHistory(negotiation);
        this.now = now;
        this.admitted = List.copyOf(admitted);
        this.own = MatterAddress.ofNegotiation(negotiation);
    }

    /**
     * Records what a command becomes.
     *
     * @throws Refused when it must not be recorded
     */
    public Entry log(LogDevelopment command) {
        return record(command, decide(command));
    }

    /** Records what was decided of a command. */
    public Entry record(LogDevelopment command, Development decided) {
        Entry entry = new Entry(command.developmentId(), command.matter(), trail.size() + 1L, now, "editor", decided);
        history.record(entry);
        trail.add(entry);
        now = now.plus(Duration.ofMinutes(1));
        return entry;
    }

    /** Releases what is under an embargo whose end has come, as the ledger does by itself. */
    public void endEmbargoes() {
        for (Entry entry : List.copyOf(trail)) {
            History matter = historyOf(entry.matter());
            matter.embargo(entry.developmentId())
                    .filter(embargo ->
                            embargo.until() != null && !embargo.until().end().isAfter(now))
                    .ifPresent(embargo -> log(new LogDevelopment(
                            new UUID(0, trail.size()),
                            entry.matter(),
                            new ReleaseDevelopment(entry.developmentId()),
                            null,
                            null,
                            null,
                            null)));
        }
    }

    /** What a command would become; nothing is recorded. */
    public Development decide(LogDevelopment command) {
        return Decision.decide(historyOf(command.matter()), command, desk());
    }

    public History historyOf(MatterAddress matter) {
        return history.matter(matter).orElseGet(() -> new History(matter));
    }

    public NegotiationHistory history() {
        return history;
    }

    /** The matter of an entry, if there is such an entry. */
    public Optional<MatterAddress> matterOf(UUID entry) {
        return trail.stream()
                .filter(e -> e.developmentId().equals(entry))
                .map(Entry::matter)
                .findFirst();
    }

    public List<Entry> trail() {
        return Collections.unmodifiableList(trail);
    }

    public Desk desk() {
        return new Desk(now, PartyRegister.of(admitted, historyOf(own)));
    }

    public Instant now() {
        return now;
    }

    /** Lets time pass. */
    public void waitUntil(Instant later) {
        now = later;
    }
}
