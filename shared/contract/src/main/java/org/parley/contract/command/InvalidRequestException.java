package org.parley.contract.command;

import java.util.List;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.language.BilingualText;
import tools.jackson.databind.JsonNode;

/** A client sent something that is not a valid command: not JSON, or not in the form of the command. */
public final class InvalidRequestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    InvalidRequestException(List<Fault> faults) {
        super(
                faults.isEmpty()
                        ? "invalid"
                        : StorableValueCheck.replaceUnstorable(faults.get(0).detail()),
                null);
        this.faults = faults.stream()
                .map(fault -> new Fault(
                        StorableValueCheck.replaceUnstorable(fault.pointer()),
                        fault.message().map(StorableValueCheck::replaceUnstorable)))
                .distinct()
                .toList();
    }

    InvalidRequestException(String pointer, BilingualText message) {
        this(List.of(new Fault(pointer, message)));
    }

    /** A copy whose JSON pointers refer to the command as sent. */
    InvalidRequestException asSent(JsonNode sent) {
        return new InvalidRequestException(faults.stream()
                .map(fault -> new Fault(JsonPointers.asSent(sent, fault.pointer()), fault.message()))
                .toList());
    }

    /** Every fault with its JSON pointer into the command. */
    public List<Fault> faults() {
        return faults;
    }
}
