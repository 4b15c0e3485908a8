package org.parley.domain.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.NotApplicable;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.AddSource;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.editorial.EditorialCommand.DisputeDevelopment;
import org.parley.domain.editorial.EditorialCommand.GradeDevelopment;
import org.parley.domain.editorial.EditorialCommand.HoldDevelopment;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.editorial.EditorialCommand.ResolveDispute;
import org.parley.domain.editorial.EditorialCommand.RetractDevelopment;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentDisputed;
import org.parley.domain.editorial.EditorialEvent.DevelopmentGraded;
import org.parley.domain.editorial.EditorialEvent.DevelopmentHeld;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.editorial.EditorialEvent.DisputeResolved;
import org.parley.domain.editorial.EditorialEvent.SourceAdded;
import org.parley.domain.editorial.Replacement;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.history.DevelopmentThread;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.history.Standing;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.time.Edtf;

/**
 * Decides about editorial commands: whether one applies to its target with its present standing, and whether the
 * history of the matter stays possible.
 */
final class EditorialCommandDecider {
    private final RecordedHistory history;
    private final DecisionContext context;
    private final CommandDecider decision;
    private final boolean isGrouped;

    /** @param isGrouped whether the history is checked later, with the other commands of a group */
    EditorialCommandDecider(
            RecordedHistory history, DecisionContext context, CommandDecider decision, boolean isGrouped) {
        this.isGrouped = isGrouped;
        this.history = history;
        this.context = context;
        this.decision = decision;
    }

    Development decide(CommandEnvelope given, EditorialCommand command) {
        DevelopmentThread account = history.thread(command.target())
                .orElseThrow(() -> new CommandRefusedException(new UnknownDevelopment(command.target())));
        if (given.title() != null) {
            throw new CommandRefusedException(
                    Invalid.at("/title", "an editorial command has no title", "una orden editorial no lleva título"));
        }
        if (given.embargo() != null && (command instanceof HoldDevelopment || command instanceof ReleaseDevelopment)) {
            throw new CommandRefusedException(Invalid.at(
                    "/embargo",
                    "a command about an embargo cannot be under embargo itself",
                    "una orden sobre un embargo no puede estar a su vez bajo embargo"));
        }
        EditorialEvent event =
                switch (command) {
                    case CorrectDevelopment c -> corrected(account, c);
                    case RetractDevelopment c -> retracted(account, c);
                    case AddSource c -> sourceAdded(account, c);
                    case GradeDevelopment c -> graded(account, c);
                    case DisputeDevelopment c -> disputed(account, c);
                    case ResolveDispute c -> resolved(account, c);
                    case HoldDevelopment c -> held(account, c);
                    case ReleaseDevelopment c -> released(account, c);
                };
        Edtf occurred = given.occurred();
        if (occurred != null && context.isFuture(occurred)) {
            throw new CommandRefusedException(
                    Invalid.at("/occurred", occurred + " lies in the future", occurred + " está en el futuro"));
        }
        Development said =
                new Development(event, occurred, null, given.evidence(), given.note(), List.of(), given.embargo());
        requirePossible(account, given.developmentId(), said, command);
        return said;
    }

    private DevelopmentCorrected corrected(DevelopmentThread account, CorrectDevelopment command) {
        requireContent(account, command.target());
        Replacement with = command.replacement();
        requireSameMatter(with);
        if (!DomainCatalogue.kindOf(with.command())
                .equals(Optional.of(history.address().kind()))) {
            throw new CommandRefusedException(Invalid.at(
                    "/replacement/command",
                    with.command().type() + " is not a command of a "
                            + history.address().kind().slug()
                            + ", and a correction stays within its matter; retract the development and log it again",
                    with.command().type() + " no es de este tipo de asunto, y una corrección no sale de su asunto;"
                            + " retracte la entrada y regístrela de nuevo"));
        }
        Development replacement = decision.toDevelopment(
                with.command(), with.occurred(), with.title(), with.evidence(), with.note(), true, "/replacement");
        return new DevelopmentCorrected(developmentOf(account), replacement, command.reason());
    }

    private void requireSameMatter(Replacement with) {
        MatterAddress here = history.address();
        if ((with.negotiation() != null && !with.negotiation().equals(here.negotiation()))
                || (with.matter() != null && !with.matter().equals(here.slug()))) {
            throw new CommandRefusedException(Invalid.at(
                    "/replacement/matter",
                    "a correction stays within " + here + "; retract the development and log it again elsewhere",
                    "una corrección no sale de «" + here + "»; retracte la entrada y regístrela donde corresponda"));
        }
    }

    private DevelopmentRetracted retracted(DevelopmentThread account, RetractDevelopment command) {
        requireNotRetracted(account, command.target());
        Event undone = account.retractionTarget(command.target()).event();
        if (undone instanceof DevelopmentHeld || undone instanceof DevelopmentReleased) {
            throw refused(
                    account,
                    command.target(),
                    "Holds and releases cannot be retracted. End an embargo with ReleaseDevelopment; impose one, or"
                            + " change its end, with HoldDevelopment.",
                    "Los embargos y sus levantamientos no se retractan. Un embargo se levanta con ReleaseDevelopment;"
                            + " se impone, o cambia su final, con HoldDevelopment.");
        }
        return new DevelopmentRetracted(command.target(), command.reason());
    }

    private SourceAdded sourceAdded(DevelopmentThread account, AddSource command) {
        Evidence evidence =
                requireContent(account, command.target()).development().evidence();
        if (evidence != null && evidence.sources().size() >= Evidence.SOURCES_MAX) {
            throw refused(
                    account,
                    command.target(),
                    "It has " + Evidence.SOURCES_MAX + " sources already, which is the maximum.",
                    "Ya tiene " + Evidence.SOURCES_MAX + " fuentes, que es el máximo.");
        }
        return new SourceAdded(developmentOf(account), command.source());
    }

    private DevelopmentGraded graded(DevelopmentThread account, GradeDevelopment command) {
        if (requireContent(account, command.target()).development().evidence() == null) {
            throw refused(
                    account,
                    command.target(),
                    "It has no source to grade; add one first with AddSource.",
                    "No tiene ninguna fuente que valorar; añada antes una con AddSource.");
        }
        return new DevelopmentGraded(developmentOf(account), command.grade());
    }

    private DevelopmentDisputed disputed(DevelopmentThread account, DisputeDevelopment command) {
        requireContent(account, command.target());
        return new DevelopmentDisputed(developmentOf(account), command.by(), command.reason());
    }

    private DisputeResolved resolved(DevelopmentThread account, ResolveDispute command) {
        requireContent(account, command.target());
        List<LedgerEntry> open = account.openDisputes(developmentOf(account));
        UUID dispute = command.dispute();
        if (dispute == null && open.size() > 1) {
            throw refused(
                    account,
                    command.target(),
                    "Several disputes about it are open; name the one to resolve in the field dispute: "
                            + named(open, Language.ENGLISH) + ".",
                    "Hay varias impugnaciones abiertas; indique en el campo «dispute» cuál se resuelve: "
                            + named(open, Language.SPANISH) + ".");
        }
        if (open.isEmpty() || (dispute != null && open.stream().noneMatch(each -> is(each, dispute)))) {
            throw refused(
                    account, command.target(), BilingualText.of(language -> notOpen(account, dispute, open, language)));
        }
        return new DisputeResolved(
                developmentOf(account),
                command.outcome(),
                command.reason(),
                dispute == null ? open.getFirst().developmentId() : dispute);
    }

    private static boolean is(LedgerEntry entry, UUID id) {
        return entry.developmentId().equals(id);
    }

    private String notOpen(
            DevelopmentThread account, @Nullable UUID dispute, List<LedgerEntry> open, Language language) {
        Optional<UUID> resolution = dispute == null ? Optional.empty() : account.resolutionOf(dispute);
        if (resolution.isPresent()) {
            return switch (language) {
                case ENGLISH ->
                    "The dispute " + dispute + " was resolved already (" + resolution.get()
                            + "); to change the outcome, retract that resolution first.";
                case SPANISH ->
                    "La impugnación " + dispute + " ya se resolvió (" + resolution.get()
                            + "); para cambiar el resultado, retracte antes esa resolución.";
            };
        }
        return switch (language) {
            case ENGLISH ->
                (dispute == null
                                ? "No dispute about it is open"
                                : "No dispute about it with the id " + dispute + " is open")
                        + (open.isEmpty()
                                ? "; open one with DisputeDevelopment."
                                : "; open is " + named(open, language) + ".");
            case SPANISH ->
                (dispute == null
                                ? "No hay ninguna impugnación abierta"
                                : "No hay ninguna impugnación abierta con el identificador " + dispute)
                        + (open.isEmpty()
                                ? "; abra una con DisputeDevelopment."
                                : "; está abierta " + named(open, language) + ".");
        };
    }

    private String named(List<LedgerEntry> disputes, Language language) {
        return language.list(
                disputes.stream().map(each -> named(each, language)).toList());
    }

    private String named(LedgerEntry dispute, Language language) {
        DevelopmentDisputed said = (DevelopmentDisputed) dispute.event();
        String newsroom =
                switch (language) {
                    case ENGLISH -> "the newsroom";
                    case SPANISH -> "la redacción";
                };
        return dispute.developmentId() + " ("
                + context.names("", dispute.recordedAt(), language).actors(said.by(), newsroom) + ": " + said.reason()
                + ")";
    }

    private DevelopmentHeld held(DevelopmentThread account, HoldDevelopment command) {
        if (account.embargo(command.target()).isEmpty()) {
            requireContent(account, command.target());
            requireHoldable(account, command.target());
        }
        context.requireFuture(command.until(), "/until");
        return new DevelopmentHeld(command.target(), command.until(), command.reason());
    }

    private DevelopmentReleased released(DevelopmentThread account, ReleaseDevelopment command) {
        if (account.embargo(command.target()).isEmpty()) {
            throw refused(account, command.target(), "It is not under embargo.", "No está bajo embargo.");
        }
        return new DevelopmentReleased(command.target());
    }

    /** Requires that the target can be put under embargo later than it was recorded. */
    private void requireHoldable(DevelopmentThread account, UUID target) {
        Event told = account.entry(target).orElseThrow().event();
        if (told instanceof DevelopmentCorrected correction) {
            told = correction.replacement().event();
        }
        if (!DomainCatalogue.isHoldable(told.getClass())) {
            throw refused(
                    account,
                    target,
                    "An opening or an admission can be put under embargo only when it is recorded, in the field"
                            + " embargo.",
                    "Una apertura o una admisión solo se puede poner bajo embargo al registrarla, en el campo"
                            + " «embargo».");
        }
    }

    /**
     * An editorial event about a correction is recorded for the corrected development, so that every reader finds it
     * there.
     */
    private static UUID developmentOf(DevelopmentThread account) {
        return account.first().developmentId();
    }

    /** Requires that the target is an effective development or correction. */
    private Occurrence requireContent(DevelopmentThread account, UUID target) {
        requireNotRetracted(account, target);
        requireNotRetracted(account, account.first().developmentId());
        boolean isContent = account.entry(target)
                .filter(entry ->
                        !(entry.event() instanceof EditorialEvent) || entry.event() instanceof DevelopmentCorrected)
                .isPresent();
        if (!isContent) {
            throw refused(
                    account,
                    target,
                    "It is an editorial event, which can only be retracted; apply the command to its development ("
                            + account.first().developmentId() + ").",
                    "Es un acto editorial, que solo se puede retractar; aplique la orden a la entrada de la que trata ("
                            + account.first().developmentId() + ").");
        }
        return account.occurrence().orElseThrow();
    }

    private void requireNotRetracted(DevelopmentThread account, UUID target) {
        if (account.isRetracted(target)) {
            String retraction = account.retractionOf(target)
                    .map(entry -> " (" + entry.developmentId() + ")")
                    .orElse("");
            throw refused(
                    account,
                    target,
                    "It was retracted. To restore it, retract its retraction" + retraction
                            + "; or log what happened as a new development.",
                    "Está retractada. Para restablecerla, retracte su retractación" + retraction
                            + ", o registre lo ocurrido como una entrada nueva.");
        }
    }

    private CommandRefusedException refused(DevelopmentThread account, UUID target, String english, String spanish) {
        return refused(account, target, new BilingualText(english, spanish));
    }

    private CommandRefusedException refused(DevelopmentThread account, UUID target, BilingualText why) {
        Standing standing = account.standing(target);
        return new CommandRefusedException(new NotApplicable(
                new BilingualText(
                        "The command does not apply to " + target + ": " + why.english(),
                        "La orden no es aplicable a " + target + ": " + why.spanish()),
                target,
                standing));
    }

    /** Requires that the history stays possible with this editorial event. */
    private void requirePossible(DevelopmentThread account, UUID id, Development said, EditorialCommand command) {
        if (!(command instanceof CorrectDevelopment) && !(command instanceof RetractDevelopment)) {
            return;
        }
        @Nullable Occurrence before = account.occurrence().orElse(null);
        boolean isSourcedTooOften = account.hypothetically(
                CommandDecider.hypotheticalEntry(history, id, said, context),
                () -> account.sourceCount() > Evidence.SOURCES_MAX);
        if (isSourcedTooOften) {
            throw refused(
                    account,
                    command.target(),
                    "The development would have more than " + Evidence.SOURCES_MAX
                            + " sources with the restored ones; retract some of those added later.",
                    "La entrada tendría más de " + Evidence.SOURCES_MAX
                            + " fuentes con las restablecidas; retracte algunas de las añadidas después.");
        }
        if (isGrouped) {
            return;
        }
        @Nullable Occurrence after = account.hypothetically(
                        CommandDecider.hypotheticalEntry(history, id, said, context), account::occurrence)
                .orElse(null);
        HistoryCheck judgement = new HistoryCheck(history, context);
        if (after != null && command instanceof RetractDevelopment) {
            judgement.requireRestorable(before, after);
        } else if (after != null) {
            judgement.requireReplaceable(before, after);
        } else if (before != null) {
            judgement.requireRemovable(before);
        }
    }
}
