package org.parley.guarantee;

import org.parley.guarantee.GuaranteeEvent.ContributionOffered;
import org.parley.guarantee.GuaranteeEvent.ContributionWithdrawn;
import org.parley.guarantee.GuaranteeEvent.GuaranteeActivated;
import org.parley.guarantee.GuaranteeEvent.GuaranteeAgreed;
import org.parley.guarantee.GuaranteeEvent.GuaranteeAmended;
import org.parley.guarantee.GuaranteeEvent.GuaranteeDiscussed;
import org.parley.guarantee.GuaranteeEvent.GuaranteeEndorsed;
import org.parley.guarantee.GuaranteeEvent.GuaranteeInvoked;
import org.parley.guarantee.GuaranteeEvent.GuaranteeObjectedTo;
import org.parley.guarantee.GuaranteeEvent.GuaranteeProposed;
import org.parley.guarantee.GuaranteeEvent.GuaranteeWithdrawn;
import org.parley.matter.Names;
import org.parley.matter.Quantity;
import org.parley.matter.Wording;

/** Renders the events of this kind as English clauses. */
final class GuaranteeWording implements Wording<GuaranteeEvent> {

    @Override
    public String clause(GuaranteeEvent event, Names names) {
        return switch (event) {
            case GuaranteeProposed e ->
                names.all(e.by()) + " proposed the guarantee " + names.title() + " for " + names.all(e.to())
                        + (e.guarantors() == null ? "" : ", to be given by " + names.all(e.guarantors()))
                        + names.tail(": ", e.terms()) + names.tail("; it would be set off by ", e.trigger());
            case GuaranteeDiscussed e ->
                names.all(e.by()) + " discussed the guarantee " + names.title() + " with " + names.all(e.with())
                        + names.tail(": ", e.summary());
            case GuaranteeAmended e ->
                names.all(e.by(), "the parties") + " changed the terms of the guarantee " + names.title()
                        + names.tail(": ", e.terms()) + names.tail("; it would be set off by ", e.trigger());
            case GuaranteeEndorsed e ->
                names.all(e.by()) + " endorsed the guarantee " + names.title()
                        + names.tail(", on condition: ", e.conditions());
            case GuaranteeObjectedTo e ->
                names.all(e.by())
                        + (e.ruledOut() ? " ruled out the guarantee " : " objected to the guarantee ")
                        + names.title()
                        + names.tail(": ", e.reason());
            case ContributionOffered e ->
                names.all(e.by()) + " offered " + Quantity.of(e.quantity(), e.unit(), e.means()) + " for the guarantee "
                        + names.title();
            case ContributionWithdrawn e ->
                names.all(e.by()) + " withdrew the offer of " + Quantity.of(e.quantity(), e.unit(), e.means())
                        + " for the guarantee " + names.title();
            case GuaranteeAgreed e -> names.all(e.between()) + " agreed on the guarantee " + names.title();
            case GuaranteeActivated e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " came into force"
                                : names.all(e.by()) + " activated the guarantee " + names.title())
                        + names.tail(": ", e.reason());
            case GuaranteeInvoked e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " was invoked"
                                : names.all(e.by()) + " invoked the guarantee " + names.title())
                        + names.tail(": ", e.reason());
            case GuaranteeWithdrawn e ->
                (e.by() == null
                                ? "the guarantee " + names.title() + " was withdrawn"
                                : names.all(e.by()) + " withdrew the guarantee " + names.title())
                        + names.tail(": ", e.reason());
        };
    }
}
