package org.parley.domain.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.LogDevelopment;
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
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.time.Edtf;

/** Concise factories of commands for tests. Entries are named by strings, which stand for their ids. */
public final class CommandFixtures {
    public static final String NEGOTIATION = "ukraine-2025";

    private static final Evidence REUTERS = new Evidence(List.of(new Source("Reuters", "A report")), null);

    private CommandFixtures() {}

    /** A command with this date, for the matter "alaska" of its kind. */
    public static LogDevelopment on(String date, Command command) {
        return command(command, Edtf.parse(date), REUTERS);
    }

    /** A command without date and sources. */
    public static LogDevelopment undated(Command command) {
        return command(command, null, null);
    }

    private static LogDevelopment command(Command command, @Nullable Edtf occurred, @Nullable Evidence evidence) {
        MatterKind kind = DomainCatalogue.kindOf(command).orElseThrow();
        MatterAddress matter = kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(NEGOTIATION)
                : new MatterAddress(NEGOTIATION, kind, "alaska");
        return new LogDevelopment(UUID.randomUUID(), matter, command, occurred, null, evidence, null);
    }

    /** The id for a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** The same command with the id for this name. */
    public static LogDevelopment named(String name, LogDevelopment command) {
        return new LogDevelopment(
                id(name),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note(),
                command.embargo());
    }

    /** The same command for another matter of the kind. */
    public static LogDevelopment ofMatter(String slug, LogDevelopment command) {
        return new LogDevelopment(
                command.developmentId(),
                new MatterAddress(NEGOTIATION, command.matter().kind(), slug),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note());
    }

    public static LogDevelopment titled(String title, LogDevelopment command) {
        return new LogDevelopment(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                title,
                command.evidence(),
                command.note());
    }

    public static LogDevelopment withoutSource(LogDevelopment command) {
        return new LogDevelopment(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                null,
                command.note());
    }

    public static LogDevelopment dated(@Nullable Edtf occurred, LogDevelopment command) {
        return new LogDevelopment(
                command.developmentId(),
                command.matter(),
                command.command(),
                occurred,
                command.title(),
                command.evidence(),
                command.note());
    }

    /** A correction that keeps the sources. */
    public static LogDevelopment correct(String target, LogDevelopment instead) {
        Replacement replacement = replacement(instead.command(), instead.occurred(), instead.title(), null);
        return editorial(new CorrectDevelopment(id(target), replacement, "a wrong report"));
    }

    /** A correction with its own sources. */
    public static LogDevelopment correctWithSources(String target, LogDevelopment instead) {
        Replacement replacement =
                replacement(instead.command(), instead.occurred(), instead.title(), instead.evidence());
        return editorial(new CorrectDevelopment(id(target), replacement, "a wrong report"));
    }

    public static LogDevelopment retract(String target) {
        return editorial(new RetractDevelopment(id(target), "it did not happen"));
    }

    public static LogDevelopment addSource(String target, String publisher) {
        return editorial(new AddSource(id(target), new Source(publisher, "Another report")));
    }

    public static LogDevelopment grade(String target, String grade) {
        return editorial(new GradeDevelopment(id(target), new Grade(grade)));
    }

    public static LogDevelopment dispute(String target) {
        return editorial(new DisputeDevelopment(id(target), null, "the Kremlin denies it"));
    }

    public static LogDevelopment resolve(String target, DisputeOutcome outcome) {
        return editorial(new ResolveDispute(id(target), outcome, "two more sources", null));
    }

    public static LogDevelopment resolve(String target, DisputeOutcome outcome, String dispute) {
        return editorial(new ResolveDispute(id(target), outcome, "two more sources", id(dispute)));
    }

    public static LogDevelopment hold(String target, @Nullable String until) {
        return editorial(new HoldDevelopment(id(target), until == null ? null : Edtf.parse(until), "embargo"));
    }

    /** The same command, recorded under embargo, with or without an end. */
    public static LogDevelopment underEmbargo(@Nullable String until, LogDevelopment command) {
        return new LogDevelopment(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note(),
                new Embargo(until == null ? null : Edtf.parse(until)));
    }

    public static LogDevelopment release(String target) {
        return editorial(new ReleaseDevelopment(id(target)));
    }

    /** An editorial command. The scenario finds the matter of its target. */
    public static LogDevelopment editorial(EditorialCommand command) {
        MatterAddress placeholder = new MatterAddress(NEGOTIATION, MatterKind.CEASEFIRE, "alaska");
        return new LogDevelopment(UUID.randomUUID(), placeholder, command, null, null, null, null);
    }

    /** The replacement of a development. */
    public static Replacement replacement(
            Command command, @Nullable Edtf occurred, @Nullable String title, @Nullable Evidence evidence) {
        return new Replacement(null, null, command, occurred, title, evidence, null);
    }
}
