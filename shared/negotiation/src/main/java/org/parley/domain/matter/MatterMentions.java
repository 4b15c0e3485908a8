package org.parley.domain.matter;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the other matters that an event names: its references, and its slugs of a kind. */
final class MatterMentions {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(c -> c.isAnnotationPresent(SlugOf.class) || isReferences(c))
                    .toList();
        }
    };

    private MatterMentions() {}

    static Set<MatterReference> in(Record event) {
        Set<MatterReference> named = new LinkedHashSet<>();
        for (RecordComponent component : COMPONENTS.get(event.getClass())) {
            Object value = valueOf(component, event);
            if (value instanceof ShortName slug) {
                named.add(new MatterReference(
                        component.getAnnotation(SlugOf.class).value(), slug.text()));
            } else if (value instanceof List<?> references) {
                references.forEach(reference -> named.add((MatterReference) reference));
            }
        }
        return named;
    }

    private static boolean isReferences(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == MatterReference.class;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record event) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + event.getClass(), e);
        }
    }
}
