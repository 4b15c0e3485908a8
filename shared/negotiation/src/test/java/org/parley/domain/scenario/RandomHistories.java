package org.parley.domain.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.editorial.DisputeOutcome;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.AddSource;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.EditorialCommand.DisputeDevelopment;
import org.parley.domain.editorial.EditorialCommand.GradeDevelopment;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.editorial.EditorialCommand.ResolveDispute;
import org.parley.domain.editorial.EditorialCommand.RetractDevelopment;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.time.Edtf;
import org.parley.domain.wording.SentenceNames;

/**
 * Random histories from a seed: mostly possible commands, some late, imprecise or wrong, some editorial. The same seed
 * gives the same history.
 */
public final class RandomHistories {
    public static final String NEGOTIATION = "talks";

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<PartyCode> PARTIES =
            Stream.of("AAA", "BBB", "CCC", "DDD").map(PartyCode::new).toList();
    /** Some guards let only a few of the random commands through. */
    private static final int OBJECTED_MAX = 40;

    private static final PartyCode VOICE = new PartyCode("VOX");

    private final int editorial;
    private final Random random;
    private final RandomCommands commands;
    private final List<MatterAddress> matters = new ArrayList<>();

    public RandomHistories(long seed) {
        this(seed, 30);
    }

    /**
     * Histories with a given share of editorial commands.
     *
     * @param editorial the percentage of editorial commands
     */
    public RandomHistories(long seed, int editorial) {
        this.editorial = editorial;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        commands = new RandomCommands(random, PARTIES, List.of(VOICE));
        for (int i = 0; i < 3; i++) {
            MatterKind kind = commands.pick(List.of(MatterKind.values()));
            matters.add(
                    kind == MatterKind.NEGOTIATION
                            ? MatterAddress.ofNegotiation(NEGOTIATION)
                            : new MatterAddress(NEGOTIATION, kind, "matter-" + i));
        }
    }

    /** Histories of these matters, of which some commands name others, with a given share of editorial commands. */
    RandomHistories(long seed, int editorial, List<MatterAddress> matters) {
        this.editorial = editorial;
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        commands = new RandomCommands(random, PARTIES, List.of(VOICE));
        commands.name(matters);
        this.matters.addAll(matters);
    }

    /** An empty ledger of the negotiation. */
    public InMemoryLedger ledger() {
        List<Party> admitted = Stream.concat(
                        PARTIES.stream().map(code -> new Party(code, code.text(), PartyKind.STATE)),
                        Stream.of(new Party(VOICE, "the voice", PartyKind.VOICE)))
                .toList();
        return new InMemoryLedger(NEGOTIATION, NOW, admitted);
    }

    /** A ledger after this many random commands, some of which it may have refused. */
    public InMemoryLedger randomLedger(int given) {
        InMemoryLedger ledger = ledger();
        for (int i = 0; i < given; i++) {
            tryToLog(ledger, next(ledger));
        }
        return ledger;
    }

    /** Logs a command. Returns the refusal if it is refused. */
    public static Optional<Refusal> tryToLog(InMemoryLedger ledger, CommandEnvelope command) {
        try {
            ledger.log(command);
            return Optional.empty();
        } catch (CommandRefusedException refused) {
            return Optional.of(refused.refusal());
        }
    }

    /** The next random command. */
    public CommandEnvelope next(InMemoryLedger ledger) {
        ledger.endEmbargoes();
        boolean aboutIt = !ledger.trail().isEmpty() && random.nextInt(100) < editorial;
        return aboutIt ? editorial(ledger) : development(ledger);
    }

    /** A command that is not editorial. */
    public CommandEnvelope development(InMemoryLedger ledger) {
        MatterAddress matter = commands.pick(matters);
        Command command = command(ledger, matter);
        boolean dateless = DomainCatalogue.isDateAndEvidenceOptional(command.getClass()) && random.nextBoolean();
        boolean begins = DomainCatalogue.mayTitleMatter(command.getClass());
        return new CommandEnvelope(
                id(),
                matter,
                command,
                dateless ? null : date(ledger),
                begins && random.nextBoolean() ? "Title " + random.nextInt(9) : null,
                commands.evidence(),
                random.nextInt(4) == 0 ? "a note" : null,
                embargo());
    }

    /** Sometimes an embargo; its end may be past. */
    private @Nullable Embargo embargo() {
        return random.nextInt(8) == 0 ? new Embargo(until()) : null;
    }

    private @Nullable Edtf until() {
        return random.nextBoolean() ? null : Edtf.parse("2026-01-01T00:" + (10 + random.nextInt(40)) + "Z");
    }

    private Command command(InMemoryLedger ledger, MatterAddress matter) {
        RecordedHistory history = ledger.historyOf(matter);
        @Nullable MatterState state = history.state().orElse(null);
        List<String> allowed = history.type().allowedAfter(state);
        List<String> all = history.type().lifecycle().rows().stream()
                .map(step -> step.commandName())
                .toList();
        List<String> names = allowed.isEmpty() || random.nextInt(5) == 0 ? all : allowed;
        Class<? extends Command> type = DomainCatalogue.commands().get(commands.pick(preferred(history, names)));
        Command command = commands.any(type);
        for (int i = 0; i < OBJECTED_MAX && isObjectedTo(history, state, command); i++) {
            command = commands.any(type);
        }
        return command;
    }

    /** Often what the matter has not had yet, or a suspension and its end: long sequences would be rare otherwise. */
    private List<String> preferred(RecordedHistory history, List<String> names) {
        List<String> before = history.entries().stream()
                .map(entry -> entry.event().type())
                .distinct()
                .toList();
        String next = before.stream().anyMatch(event -> event.endsWith("Suspended"))
                ? "Resume"
                : before.contains("CommitmentUndertaken") ? "SuspendCommitment" : "";
        List<String> preferred =
                switch (random.nextInt(6)) {
                    case 0 ->
                        names.stream()
                                .filter(name -> !before.contains(eventOf(name)))
                                .toList();
                    case 1, 2 ->
                        names.stream().filter(name -> name.startsWith(next)).toList();
                    default -> names;
                };
        return preferred.isEmpty() ? names : preferred;
    }

    private static String eventOf(String command) {
        return DomainCatalogue.row(DomainCatalogue.commands().get(command)).eventType();
    }

    /** Whether a guard objects to a command that is possible in the status. */
    private static boolean isObjectedTo(RecordedHistory history, @Nullable MatterState state, Command command) {
        Event event = DomainCatalogue.row(command.getClass()).becomes().apply(command);
        Development development = new Development(event, null, null, null, null, List.of());
        return history.type()
                .objection(
                        state,
                        new Occurrence(new UUID(0, 0), 1, Instant.EPOCH, Instant.EPOCH, development, false, false),
                        SentenceNames.ofCodes(history.address()))
                .isPresent();
    }

    /** Mostly a little later than the previous commands, sometimes much earlier. */
    private Edtf date(InMemoryLedger ledger) {
        int today = ledger.trail().size() * 2;
        return commands.date(random.nextInt(4) == 0 ? random.nextInt(today + 1) : today + random.nextInt(3));
    }

    private CommandEnvelope editorial(InMemoryLedger ledger) {
        LedgerEntry target = commands.pick(ledger.trail());
        EditorialCommand command = about(ledger, target);
        boolean plain = command instanceof HoldDevelopment || command instanceof ReleaseDevelopment;
        return new CommandEnvelope(id(), target.matter(), command, null, null, null, null, plain ? null : embargo());
    }

    private EditorialCommand about(InMemoryLedger ledger, LedgerEntry entry) {
        UUID target = entry.developmentId();
        return switch (random.nextInt(16)) {
            case 0, 1, 2 ->
                new CorrectDevelopment(
                        target, commands.replacement(command(ledger, entry.matter()), date(ledger)), "wrong");
            case 3, 4, 5, 6 -> new RetractDevelopment(target, "unfounded");
            case 7 -> new AddSource(target, new Source("AP", "A report"));
            case 8 -> new GradeDevelopment(target, new Grade("B2"));
            case 9, 10 -> new DisputeDevelopment(target, null, "denied");
            case 11 -> resolution(ledger, entry);
            case 12, 13, 14 -> new HoldDevelopment(target, until(), null);
            default -> new ReleaseDevelopment(target);
        };
    }

    private EditorialCommand resolution(InMemoryLedger ledger, LedgerEntry entry) {
        List<UUID> open = ledger
                .historyOf(entry.matter())
                .thread(entry.developmentId())
                .orElseThrow()
                .openDisputes(entry.developmentId())
                .stream()
                .map(LedgerEntry::developmentId)
                .toList();
        return new ResolveDispute(
                entry.developmentId(),
                commands.pick(List.of(DisputeOutcome.values())),
                "checked",
                open.isEmpty() || random.nextInt(3) == 0 ? null : commands.pick(open));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** The random generator of this history. */
    public Random random() {
        return random;
    }
}
