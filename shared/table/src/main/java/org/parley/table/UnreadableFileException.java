package org.parley.table;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.table.message.ImportMessage;

/** The file must be changed before any row can be imported; the messages give the reasons. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ImportMessage> reasons;

    UnreadableFileException(List<ImportMessage> reasons) {
        super(reasons.stream().map(ImportMessage::toString).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    UnreadableFileException(ImportMessage reason) {
        this(List.of(reason));
    }

    List<ImportMessage> reasons() {
        return reasons;
    }
}
