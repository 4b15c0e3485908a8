package org.parley.table;

import java.util.List;
import java.util.stream.Collectors;

/** The file must be changed before any row can be imported; the reasons say why. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Message> reasons;

    UnreadableFileException(List<Message> reasons) {
        super(reasons.stream().map(Message::toString).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    UnreadableFileException(Message reason) {
        this(List.of(reason));
    }

    List<Message> reasons() {
        return reasons;
    }
}
