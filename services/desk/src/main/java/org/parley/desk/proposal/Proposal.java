package org.parley.desk.proposal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.desk.written.WebAddress;
import org.parley.desk.written.WrittenDate;

/**
 * What a sentence, an address or both may record.
 *
 * @param sentence the sentence without the address; empty if there is only an address
 * @param read the text that was read: the sentence, or the words of the address
 * @param commands the commands, best first; empty if nothing fits
 * @param actors the parties and persons in the order of the sentence, who acts first
 * @param date the date in the sentence; null if there is none
 * @param address the address; null if there is none
 */
public record Proposal(
        String sentence,
        String read,
        List<ProposedCommand> commands,
        List<ProposedActor> actors,
        @Nullable WrittenDate date,
        @Nullable WebAddress address) {
    public Proposal {
        commands = List.copyOf(commands);
        actors = List.copyOf(actors);
    }

    public Optional<ProposedCommand> first() {
        return commands.stream().findFirst();
    }
}
