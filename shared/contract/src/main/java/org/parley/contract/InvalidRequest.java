package org.parley.contract;

import java.util.List;
import org.parley.history.Refusal.Fault;
import tools.jackson.databind.JsonNode;

/** A client sent something that is not a valid command: not JSON, or not in the form of the command. */
public final class InvalidRequest extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    InvalidRequest(List<Fault> faults) {
        super(faults.isEmpty() ? "invalid" : Storable.cleaned(faults.get(0).detail()), null);
        this.faults = faults.stream()
                .map(fault -> new Fault(Storable.cleaned(fault.pointer()), Storable.cleaned(fault.detail())))
                .distinct()
                .toList();
    }

    InvalidRequest(String pointer, String detail) {
        this(List.of(new Fault(pointer, detail)));
    }

    /** A copy whose JSON pointers refer to the command as sent. */
    InvalidRequest asSent(JsonNode sent) {
        return new InvalidRequest(faults.stream()
                .map(fault -> new Fault(Pointer.asSent(sent, fault.pointer()), fault.detail()))
                .toList());
    }

    /** Every fault with its JSON pointer into the command. */
    public List<Fault> faults() {
        return faults;
    }
}
