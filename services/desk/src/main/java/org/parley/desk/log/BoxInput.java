package org.parley.desk.log;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.form.FormValues;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.ProposedCommand;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.MatterKind;
import org.parley.table.cell.NameIndex;

/** The command and the matter of a form below the box: chosen, written, or proposed. */
final class BoxInput {
    /** The input with the command. No command has a field of this name. */
    static final String COMMAND = "command";

    /** The input with the matter: its title, its title and kind, or its address; another text is the title of a new one. */
    static final String ABOUT = "about";

    private BoxInput() {}

    /** The values of a new form for the first proposal; without a command if nothing is proposed. */
    static FormValues start(Proposal proposal, NegotiationView state, FormValues submitted) {
        FormValues values = new FormValues();
        values.put("what", submitted.get("what"));
        values.put("zone", submitted.get("zone"));
        proposal.first().ifPresent(first -> {
            values.put(COMMAND, first.command());
            choose(first.matter(), state, values);
        });
        return values;
    }

    /** Sets the short name of the matter, or the title of a new one; another kind of matter gets a command of its own. */
    static void resolve(@Nullable Proposal proposal, NegotiationView state, FormValues values) {
        String about = values.get(ABOUT);
        String kind = kindOf(values.get(COMMAND));
        Matter matter = matter(about, kind, state);
        if (matter != null && !matter.kind().equals(kind)) {
            values.put(COMMAND, commandFor(proposal, matter));
        } else if (matter == null && kindOf(values.get(COMMAND)).equals(MatterKind.NEGOTIATION.slug())) {
            return;
        } else if (matter == null) {
            List<String> beginnings = AllowedCommands.inState(kind, null);
            if (!beginnings.contains(values.get(COMMAND)) && !beginnings.isEmpty()) {
                values.put(COMMAND, beginnings.getFirst());
            }
        }
        choose(matter, state, values);
    }

    private static void choose(@Nullable Matter matter, NegotiationView state, FormValues values) {
        if (matter == null) {
            boolean isNew = !kindOf(values.get(COMMAND)).equals(MatterKind.NEGOTIATION.slug());
            values.put("matter", "");
            if (isNew) {
                values.put("begins", "true");
                values.put("title", values.get(ABOUT));
            }
        } else {
            values.put("matter", matter.matter());
            values.put("begins", "");
            values.put(ABOUT, label(matter, state));
        }
    }

    /** The best command for a matter: the first proposed one that its state allows, otherwise the first allowed one. */
    private static String commandFor(@Nullable Proposal proposal, Matter matter) {
        List<String> allowed = AllowedCommands.inState(matter.kind(), matter.status());
        Optional<String> proposed = proposal == null
                ? Optional.empty()
                : proposal.commands().stream()
                        .map(ProposedCommand::command)
                        .filter(allowed::contains)
                        .findFirst();
        return proposed.orElse(
                allowed.isEmpty() ? AllowedCommands.inState(matter.kind(), null).getFirst() : allowed.getFirst());
    }

    private static @Nullable Matter matter(String about, String kind, NegotiationView state) {
        if (about.isEmpty()) {
            return null;
        }
        List<Matter> named = state.matters().stream()
                .filter(matter -> matter.reference().equals(about)
                        || label(matter, state).equals(about)
                        || NameIndex.key(matter.title()).equals(NameIndex.key(about)))
                .toList();
        return named.stream()
                .filter(matter -> matter.kind().equals(kind))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .orElse(null);
    }

    /** A matter's title, with its address if another matter has the same title. */
    static String label(Matter matter, NegotiationView state) {
        boolean isUnique = state.matters().stream()
                        .filter(other -> other.title().equals(matter.title()))
                        .count()
                == 1;
        return isUnique ? matter.title() : matter.title() + " (" + matter.reference() + ")";
    }

    /** The slug of the kind of matter that a command is about; empty for an editorial or unknown one. */
    static String kindOf(String command) {
        Class<? extends Command> type = DomainCatalogue.commands().get(command);
        return type == null
                ? ""
                : DomainCatalogue.kindOfCommand(type).map(MatterKind::slug).orElse("");
    }
}
