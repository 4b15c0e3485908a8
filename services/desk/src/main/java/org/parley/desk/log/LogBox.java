package org.parley.desk.log;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.form.CommandForm;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.proposal.Proposal;
import org.parley.desk.proposal.ProposedCommand;
import org.parley.desk.written.WebAddress;

/**
 * What the box shows: the text, the words that led to the proposal, and the other possibilities.
 *
 * @param what the text in the box
 * @param words the words of the text that the proposal was made from
 * @param address the address in the text; null for none
 * @param commands the commands to choose from for the matter, best first
 * @param others other matters that the text may mean
 * @param matters the titles to choose from
 * @param status the status of the chosen matter; null for none
 */
public record LogBox(
        String what,
        List<String> words,
        @Nullable WebAddress address,
        List<String> commands,
        List<OtherMatter> others,
        List<String> matters,
        @Nullable Matter status) {
    private static final int SHOWN = 6;
    private static final int OTHERS = 3;
    private static final int MATTERS = 300;

    static final LogBox EMPTY = unread("");

    /** Another matter, its address and title. */
    public record OtherMatter(String reference, String title) {}

    static LogBox unread(String what) {
        return new LogBox(what, List.of(), null, List.of(), List.of(), List.of(), null);
    }

    /** The box over a text for which nothing is proposed. */
    static LogBox of(Proposal proposal, String what) {
        return new LogBox(what, List.of(), proposal.address(), List.of(), List.of(), List.of(), null);
    }

    static LogBox of(Proposal proposal, CommandForm form, NegotiationView state) {
        Set<String> commands = new LinkedHashSet<>();
        Set<OtherMatter> others = new LinkedHashSet<>();
        List<String> why = new ArrayList<>();
        String chosen = form.matter() == null ? "" : form.matter().reference();
        for (ProposedCommand one : proposal.commands()) {
            Matter matter = one.matter();
            boolean isChosen = one.kind().equals(form.kind())
                    && (matter == null ? chosen.isEmpty() : matter.reference().equals(chosen));
            if (isChosen && one.isAllowed()) {
                commands.add(one.command());
            }
            if (isChosen && one.command().equals(form.command()) && why.isEmpty()) {
                why.addAll(one.why());
            }
            if (matter != null && !matter.reference().equals(chosen) && others.size() < OTHERS) {
                others.add(new OtherMatter(matter.reference(), matter.title()));
            }
        }
        List<String> words = Stream.concat(
                        proposal.actors().stream().map(actor -> proposal.read().substring(actor.start(), actor.end())),
                        why.stream())
                .distinct()
                .toList();
        return new LogBox(
                        form.values().get("what"),
                        words,
                        proposal.address(),
                        List.copyOf(commands),
                        List.copyOf(others),
                        List.of(),
                        null)
                .with(form, state);
    }

    /** With the commands of the chosen matter and the titles of all. */
    LogBox with(CommandForm form, NegotiationView state) {
        Matter matter = form.matter();
        Set<String> all = new LinkedHashSet<>(commands);
        all.add(form.command());
        all.addAll(AllowedCommands.inState(
                form.kind(),
                matter != null ? matter.status() : form.kind().equals("negotiation") ? state.status() : null));
        List<String> titles = state.matters().stream()
                .sorted((one, other) -> Objects.requireNonNullElse(other.since(), "")
                        .compareTo(Objects.requireNonNullElse(one.since(), "")))
                .limit(MATTERS)
                .map(one -> BoxInput.label(one, state))
                .toList();
        return new LogBox(what, words, address, List.copyOf(all), others, titles, matter);
    }

    public boolean isEmpty() {
        return what.isEmpty();
    }

    /** The commands that are shown at once. */
    public List<String> firstCommands() {
        return commands.subList(0, Math.min(SHOWN, commands.size()));
    }

    /** The commands that are folded. */
    public List<String> otherCommands() {
        return commands.subList(Math.min(SHOWN, commands.size()), commands.size());
    }
}
