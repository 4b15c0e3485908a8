package org.parley.ledger.store;

import java.util.IdentityHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.parley.contract.DevelopmentJson;
import org.parley.domain.matter.Development;

/**
 * The JSON of the developments that the current command records. It is written once: its size is checked before the
 * development is accepted, and the same bytes are stored. It is forgotten with the command.
 */
public final class SerializedDevelopments {
    private static final String KEY = SerializedDevelopments.class.getName();

    private SerializedDevelopments() {}

    /** The JSON of a development in UTF-8; the array must not be changed. */
    public static byte[] bytes(Development development) {
        return CurrentUnitOfWork.isStarted()
                ? current().computeIfAbsent(development, DevelopmentJson::bytes)
                : DevelopmentJson.bytes(development);
    }

    /** The length of a development's JSON if it is written already, otherwise of its text, which is similar. */
    public static int approximateLength(Development development) {
        byte[] json = CurrentUnitOfWork.isStarted() ? current().get(development) : null;
        return json == null ? development.toString().length() : json.length;
    }

    private static Map<Development, byte[]> current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, key -> new IdentityHashMap<>());
    }
}
