package org.parley.domain.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementCommand.RatifyAgreement;
import org.parley.domain.agreement.AgreementCommand.RefuseRatification;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
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
    public static CommandEnvelope on(String date, Command command) {
        return command(command, Edtf.parse(date), REUTERS);
    }

    /** A command without date and sources. */
    public static CommandEnvelope undated(Command command) {
        return command(command, null, null);
    }

    private static CommandEnvelope command(Command command, @Nullable Edtf occurred, @Nullable Evidence evidence) {
        MatterKind kind = DomainCatalogue.kindOf(command).orElseThrow();
        MatterAddress matter = kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(NEGOTIATION)
                : new MatterAddress(NEGOTIATION, kind, "alaska");
        return new CommandEnvelope(UUID.randomUUID(), matter, command, occurred, null, evidence, null);
    }

    /** The id for a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    /** The same command with the id for this name. */
    public static CommandEnvelope named(String name, CommandEnvelope command) {
        return new CommandEnvelope(
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
    public static CommandEnvelope ofMatter(String slug, CommandEnvelope command) {
        return new CommandEnvelope(
                command.developmentId(),
                new MatterAddress(NEGOTIATION, command.matter().kind(), slug),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note());
    }

    public static CommandEnvelope titled(String title, CommandEnvelope command) {
        return new CommandEnvelope(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                title,
                command.evidence(),
                command.note());
    }

    public static CommandEnvelope withoutSource(CommandEnvelope command) {
        return new CommandEnvelope(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                null,
                command.note());
    }

    public static CommandEnvelope dated(@Nullable Edtf occurred, CommandEnvelope command) {
        return new CommandEnvelope(
                command.developmentId(),
                command.matter(),
                command.command(),
                occurred,
                command.title(),
                command.evidence(),
                command.note());
    }

    /** A correction that keeps the sources. */
    public static CommandEnvelope correct(String target, CommandEnvelope instead) {
        Replacement replacement = replacement(instead.command(), instead.occurred(), instead.title(), null);
        return editorial(new CorrectDevelopment(id(target), replacement, "a wrong report"));
    }

    /** A correction with its own sources. */
    public static CommandEnvelope correctWithSources(String target, CommandEnvelope instead) {
        Replacement replacement =
                replacement(instead.command(), instead.occurred(), instead.title(), instead.evidence());
        return editorial(new CorrectDevelopment(id(target), replacement, "a wrong report"));
    }

    public static CommandEnvelope retract(String target) {
        return editorial(new RetractDevelopment(id(target), "it did not happen"));
    }

    public static CommandEnvelope addSource(String target, String publisher) {
        return editorial(new AddSource(id(target), new Source(publisher, "Another report")));
    }

    public static CommandEnvelope grade(String target, String grade) {
        return editorial(new GradeDevelopment(id(target), new Grade(grade)));
    }

    public static CommandEnvelope dispute(String target) {
        return editorial(new DisputeDevelopment(id(target), null, "the Kremlin denies it"));
    }

    public static CommandEnvelope resolve(String target, DisputeOutcome outcome) {
        return editorial(new ResolveDispute(id(target), outcome, "two more sources", null));
    }

    public static CommandEnvelope resolve(String target, DisputeOutcome outcome, String dispute) {
        return editorial(new ResolveDispute(id(target), outcome, "two more sources", id(dispute)));
    }

    public static CommandEnvelope hold(String target, @Nullable String until) {
        return editorial(new HoldDevelopment(id(target), until == null ? null : Edtf.parse(until), "embargo"));
    }

    /** The same command, recorded under embargo, with or without an end. */
    public static CommandEnvelope underEmbargo(@Nullable String until, CommandEnvelope command) {
        return new CommandEnvelope(
                command.developmentId(),
                command.matter(),
                command.command(),
                command.occurred(),
                command.title(),
                command.evidence(),
                command.note(),
                new Embargo(until == null ? null : Edtf.parse(until)));
    }

    public static CommandEnvelope release(String target) {
        return editorial(new ReleaseDevelopment(id(target)));
    }

    /** An editorial command. The scenario finds the matter of its target. */
    public static CommandEnvelope editorial(EditorialCommand command) {
        MatterAddress placeholder = new MatterAddress(NEGOTIATION, MatterKind.CEASEFIRE, "alaska");
        return new CommandEnvelope(UUID.randomUUID(), placeholder, command, null, null, null, null);
    }

    /** The replacement of a development. */
    public static Replacement replacement(
            Command command, @Nullable Edtf occurred, @Nullable String title, @Nullable Evidence evidence) {
        return new Replacement(null, null, command, occurred, title, evidence, null);
    }

    /** Whether a command names the body that decides. Whose body that is, the parties say and not the lifecycle. */
    public static boolean namesBody(CommandEnvelope command) {
        return switch (command.command()) {
            case RatifyAgreement ratification -> ratification.body() != null;
            case RefuseRatification refusal -> refusal.body() != null;
            default -> false;
        };
    }
}
