package org.parley.domain.guarantee;

import org.jspecify.annotations.Nullable;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionOffered;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionWithdrawn;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeActivated;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAgreed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAmended;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeDiscussed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeEndorsed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeInvoked;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeObjectedTo;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteePackaged;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeProposed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeWithdrawn;
import org.parley.domain.party.Actors;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.QuantityText;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class GuaranteeWording implements EventWording<GuaranteeEvent> {

    @Override
    public String clause(GuaranteeEvent event, SentenceNames names) {
        return switch (event) {
            case GuaranteeProposed e ->
                names.actors(e.by()) + " proposed the guarantee " + names.title() + " for " + names.actors(e.to())
                        + (e.guarantors() == null ? "" : ", to be given by " + names.actors(e.guarantors()))
                        + mediated(e.via(), names) + names.suffix(": ", e.terms())
                        + names.suffix("; it would be set off by ", e.trigger())
                        + names.suffix("; it would hold for ", e.term());
            case GuaranteeDiscussed e ->
                names.actors(e.by()) + " discussed the guarantee " + names.title() + " with " + names.actors(e.with())
                        + names.suffix(": ", e.summary());
            case GuaranteeAmended e ->
                names.actors(e.by(), "the parties") + " changed the terms of the guarantee " + names.title()
                        + names.suffix(": ", e.terms()) + names.suffix("; it would be set off by ", e.trigger())
                        + names.suffix("; it would hold for ", e.term());
            case GuaranteeEndorsed e ->
                names.actors(e.by()) + " endorsed the guarantee " + names.title()
                        + names.suffix(", on condition: ", e.conditions());
            case GuaranteeObjectedTo e ->
                names.actors(e.by())
                        + (e.ruledOut() ? " ruled out the guarantee " : " objected to the guarantee ")
                        + names.title()
                        + names.suffix(": ", e.reason());
            case ContributionOffered e ->
                names.actors(e.by()) + " offered " + QuantityText.format(e.quantity(), e.unit(), e.means())
                        + " for the guarantee " + names.title();
            case ContributionWithdrawn e ->
                names.actors(e.by()) + " withdrew the offer of "
                        + QuantityText.format(e.quantity(), e.unit(), e.means()) + " for the guarantee "
                        + names.title();
            case GuaranteeAgreed e ->
                names.actors(e.between()) + " agreed on the guarantee " + names.title()
                        + names.suffix(" for ", e.term()) + mediated(e.via(), names);
            case GuaranteeActivated e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " came into force"
                                : names.actors(e.by()) + " activated the guarantee " + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteeInvoked e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " was invoked"
                                : names.actors(e.by()) + " invoked the guarantee " + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteeWithdrawn e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " was withdrawn"
                                : names.actors(e.by()) + " withdrew the guarantee " + names.title())
                        + names.suffix(": ", e.reason());
            case GuaranteePackaged e ->
                e.by() == null
                        ? "the guarantee " + names.title() + " was combined with others in a package"
                        : names.actors(e.by()) + " combined the guarantee " + names.title()
                                + " with others in a package";
        };
    }

    private static String mediated(@Nullable Actors via, SentenceNames names) {
        return via == null ? "" : ", mediated by " + names.actors(via);
    }
}
