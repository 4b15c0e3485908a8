package org.parley.domain.time;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the dates that a record names. */
public final class DateMentions {
    private DateMentions() {}

    /** Every date in a record, including nested records and lists. */
    public static Stream<Edtf> in(@Nullable Object value) {
        return switch (value) {
            case Edtf date -> Stream.of(date);
            case Record fields ->
                Arrays.stream(fields.getClass().getRecordComponents())
                        .flatMap(component -> in(valueOf(component, fields)));
            case List<?> list -> list.stream().flatMap(DateMentions::in);
            case null, default -> Stream.empty();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record fields) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + fields.getClass(), e);
        }
    }
}
