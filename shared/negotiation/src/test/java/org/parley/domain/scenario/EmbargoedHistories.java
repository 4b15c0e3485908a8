package org.parley.domain.scenario;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.GroupRefusedException;
import org.parley.domain.editorial.EditorialCommand.DisputeDevelopment;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.party.PartyRole;
import org.parley.domain.time.Edtf;

/**
 * Random histories of a whole negotiation, with its opening and admissions, in which much is under embargo: as
 * recorded, held when it was public, released early or late. Some are of one day, and some commands are recorded
 * together.
 */
public final class EmbargoedHistories {
    private static final List<String> SLUGS = List.of("guns", "shells", "money-2025");
    private static final List<String> PARTIES = List.of("AAA", "BBB", "CCC", "DDD", "VOX");
    private static final MatterAddress OWN = MatterAddress.ofNegotiation(RandomHistories.NEGOTIATION);

    private final Random random;
    private final RandomHistories histories;
    private final InMemoryLedger ledger;
    private final boolean isOfOneDay;
    private final int embargoes;
    private final List<String> toAdmit = new ArrayList<>(PARTIES);

    public EmbargoedHistories(long seed) {
        random = new Random(seed * 0x2545F4914F6CDD1DL + 7);
        List<MatterAddress> matters = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            matters.add(new MatterAddress(RandomHistories.NEGOTIATION, kind(), pick(SLUGS)));
        }
        if (random.nextBoolean()) {
            matters.add(OWN);
        }
        histories = new RandomHistories(
                seed, 25 + random.nextInt(30), matters.stream().distinct().toList());
        ledger = new InMemoryLedger(
                RandomHistories.NEGOTIATION, histories.ledger().now(), List.of());
        isOfOneDay = random.nextInt(4) == 0;
        embargoes = 2 + random.nextInt(12);
    }

    private MatterKind kind() {
        return switch (random.nextInt(4)) {
            case 0 -> MatterKind.AGREEMENT;
            case 1 -> MatterKind.VOTE;
            default ->
                pick(Stream.of(MatterKind.values())
                        .filter(kind -> kind != MatterKind.NEGOTIATION)
                        .toList());
        };
    }

    /** The trail after this many attempts to record something. */
    public List<LedgerEntry> trail(int attempts) {
        record(undated(new OpenNegotiation("The talks", null)));
        for (int i = 0; i < attempts; i++) {
            ledger.endEmbargoes();
            attempt();
        }
        if (random.nextInt(3) > 0) {
            releaseAll();
        }
        return ledger.trail();
    }

    private void attempt() {
        int chance = random.nextInt(100);
        if (!toAdmit.isEmpty() && (toAdmit.size() > 2 || chance < 20)) {
            String code = toAdmit.remove(random.nextInt(toAdmit.size()));
            PartyKind kind = code.equals("VOX") ? PartyKind.VOICE : PartyKind.STATE;
            record(undated(new AdmitParty(new PartyCode(code), "the " + code, kind, PartyRole.PRINCIPAL)));
        } else if (chance < 12) {
            underEmbargo().ifPresent(entry -> record(release(entry)));
        } else if (chance < 14) {
            releaseAll();
        } else if (chance < 20) {
            recordTogether();
        } else {
            record(next());
        }
    }

    private CommandEnvelope next() {
        CommandEnvelope next = histories.next(ledger);
        Edtf date = isOfOneDay && next.occurred() != null ? Edtf.parse("2025-07-01") : next.occurred();
        return new CommandEnvelope(
                next.developmentId(),
                next.matter(),
                disputedBySomebody(next.command()),
                date,
                next.title(),
                next.evidence(),
                next.note(),
                next.embargo());
    }

    private Command disputedBySomebody(Command command) {
        return command instanceof DisputeDevelopment dispute && random.nextBoolean()
                ? new DisputeDevelopment(dispute.target(), Actors.of(pick(PARTIES)), dispute.reason())
                : command;
    }

    private void recordTogether() {
        CommandEnvelope first = next();
        List<CommandEnvelope> group = new ArrayList<>(List.of(first));
        for (int i = 0; i < 6 && group.size() < 3; i++) {
            CommandEnvelope more = next();
            if (more.matter().equals(first.matter())) {
                group.add(more);
            }
        }
        try {
            ledger.logTogether(group.stream().map(this::embargoed).toList());
        } catch (GroupRefusedException | CommandRefusedException refused) {
            group.forEach(this::record);
        }
    }

    private void record(CommandEnvelope command) {
        RandomHistories.tryToLog(ledger, embargoed(command));
    }

    /** The same command, sometimes under embargo. */
    private CommandEnvelope embargoed(CommandEnvelope command) {
        boolean isPlain =
                command.command() instanceof HoldDevelopment || command.command() instanceof ReleaseDevelopment;
        if (isPlain || random.nextInt(embargoes) > 0) {
            return command;
        }
        return new CommandEnvelope(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note(),
                new Embargo(random.nextBoolean() ? null : ledgerTime(1 + random.nextInt(30))));
    }

    private Edtf ledgerTime(int minutes) {
        return Edtf.parse(ledger.now()
                .plusSeconds(60L * minutes)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString());
    }

    private Optional<LedgerEntry> underEmbargo() {
        List<LedgerEntry> all = allUnderEmbargo();
        return all.isEmpty() ? Optional.empty() : Optional.of(pick(all));
    }

    private List<LedgerEntry> allUnderEmbargo() {
        return ledger.trail().stream()
                .filter(entry -> ledger.historyOf(entry.matter())
                        .embargo(entry.developmentId())
                        .isPresent())
                .toList();
    }

    private void releaseAll() {
        allUnderEmbargo().forEach(entry -> ledger.log(release(entry)));
    }

    private CommandEnvelope release(LedgerEntry entry) {
        return new CommandEnvelope(
                id(), entry.matter(), new ReleaseDevelopment(entry.developmentId()), null, null, null, null);
    }

    private CommandEnvelope undated(Command command) {
        return new CommandEnvelope(id(), OWN, command, null, null, null, null);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
