package org.parley.ledger.command;

import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.ledger.admission.CommandOutcome;

/** The command conflicts with the store: its id is in use, or the matter has another version. */
public final class CommandConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandOutcome outcome;
    private final transient BilingualText detail;

    private CommandConflictException(CommandOutcome outcome, String english, String spanish) {
        super(english, null, false, false);
        this.outcome = outcome;
        this.detail = new BilingualText(english, spanish);
    }

    static CommandConflictException idTaken(CommandOutcome.IdTaken taken) {
        return new CommandConflictException(
                taken,
                "The id " + taken.first().developmentId() + " is already that of another development ("
                        + taken.first().type() + ", position " + taken.first().position() + " of "
                        + taken.first().negotiation() + "); send this one with another id.",
                "El identificador " + taken.first().developmentId() + " ya es el de otra entrada (posición "
                        + taken.first().position() + " de «" + taken.first().negotiation()
                        + "»); envíe esta con otro identificador.");
    }

    static CommandConflictException otherVersion(CommandOutcome.OtherVersion other) {
        if (other.condition().isWeaklyMetBy(other.actual())) {
            return new CommandConflictException(
                    other,
                    other.matter() + " has version " + other.actual()
                            + ", but If-Match compares strongly, and a weak entity" + " tag such as W/\""
                            + other.actual() + "\" never matches. Send \"" + other.actual() + "\".",
                    "«" + other.matter() + "» está en la versión " + other.actual()
                            + ", pero If-Match compara de forma estricta, y una etiqueta débil como W/\""
                            + other.actual() + "\" no coincide nunca. Envíe \"" + other.actual() + "\".");
        }
        return new CommandConflictException(
                other,
                other.actual() == 0
                        ? "Nothing is recorded of " + other.matter() + ", and If-Match asks for "
                                + other.condition().describe(Language.ENGLISH) + "."
                        : other.matter() + " has version " + other.actual() + ", and If-Match asks for "
                                + other.condition().describe(Language.ENGLISH)
                                + ": something was recorded meanwhile. Look at it again, then decide.",
                other.actual() == 0
                        ? "No hay nada registrado de «" + other.matter() + "», e If-Match pide "
                                + other.condition().describe(Language.SPANISH) + "."
                        : "«" + other.matter() + "» está en la versión " + other.actual() + ", e If-Match pide "
                                + other.condition().describe(Language.SPANISH)
                                + ": entretanto se registró algo. Vuelva a mirarlo y decida.");
    }

    BilingualText detail() {
        return detail;
    }

    static CommandConflictException recordedApart(CommandOutcome.RecordedApart apart) {
        return new CommandConflictException(
                apart,
                apart.first().developmentId() + " is recorded already (position "
                        + apart.first().position() + " of " + apart.first().negotiation()
                        + "), without the others of this group. Leave it out.",
                apart.first().developmentId() + " ya está registrada (posición "
                        + apart.first().position() + " de «" + apart.first().negotiation()
                        + "»), sin las demás de este grupo. Omítala.");
    }

    CommandOutcome outcome() {
        return outcome;
    }
}
