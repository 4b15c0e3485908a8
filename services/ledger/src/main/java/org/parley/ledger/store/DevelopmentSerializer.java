package org.parley.ledger.store;

import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.domain.matter.Development;

/**
 * Stores a development as the canonical JSON that is published, under the name of its event type ({@code
 * org.parley.CeasefireRejected.v1}) and never under a class name. An unknown name fails the load: Axon itself would
 * skip events without a handler.
 */
public final class DevelopmentSerializer extends Jackson3Serializer {
    private static final String NAMES = "org.parley.";
    private static final String WRITTEN = DevelopmentSerializer.class.getName() + ".written";

    public DevelopmentSerializer() {
        super(Jackson3Serializer.builder());
    }

    /**
     * The canonical JSON of a development in UTF-8; the array must not be changed. While a command is handled it is written once:
     * its size is checked before the development is accepted, and the same bytes are stored.
     */
    public static byte[] bytes(Development development) {
        return CurrentUnitOfWork.isStarted()
                ? written().computeIfAbsent(development, DevelopmentJson::canonical)
                : DevelopmentJson.canonical(development);
    }

    /** The length of a development's JSON if it is written already, otherwise of its text, which is similar. */
    public static int approximateLength(Development development) {
        byte[] json = CurrentUnitOfWork.isStarted() ? written().get(development) : null;
        return json == null ? development.toString().length() : json.length;
    }

    /** What the current command wrote; it is forgotten with the command. */
    private static Map<Development, byte[]> written() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(WRITTEN, key -> new IdentityHashMap<>());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (!(object instanceof Development development)) {
            return super.serialize(object, representation);
        }
        byte[] json = bytes(development);
        Object data = representation == String.class
                ? new String(json, StandardCharsets.UTF_8)
                : getConverter().convert(json, representation);
        return new SimpleSerializedObject<>(
                representation.cast(data),
                representation,
                new SimpleSerializedType(EventTypeName.of(development.event()).toString(), null));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        String name = stored.getType().getName();
        if (!name.startsWith(NAMES)) {
            return super.deserialize(stored);
        }
        byte[] json = getConverter().convert(stored, byte[].class).getData();
        return (T) DevelopmentJson.read(EventTypeName.parse(name), json);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().startsWith(NAMES)) {
            EventTypeName.parse(type.getName());
            return Development.class;
        }
        if (!type.getName().equals(MetaData.class.getName())) {
            throw new IllegalStateException("the store holds an object of the unknown type " + type.getName());
        }
        return super.classForType(type);
    }
}
