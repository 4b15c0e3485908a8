package org.parley.desk.proposal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Matter;

/**
 * A command about a matter that a sentence may record.
 *
 * @param command the command's name
 * @param kind the slug of the kind of matter
 * @param matter the matter; null for a new one, and for the negotiation itself
 * @param isAllowed whether the matter's state allows it
 * @param score how well it fits; comparable only within one proposal
 * @param why the words of the sentence that speak for it
 */
public record ProposedCommand(
        String command, String kind, @Nullable Matter matter, boolean isAllowed, double score, List<String> why) {
    public ProposedCommand {
        why = List.copyOf(why);
    }
}
