package org.parley.domain.matter;

import java.lang.reflect.RecordComponent;

/**
 * The names of a command's and an event's fields: those of the record components. A name that Java reserves has an
 * underscore at its end there, which the field does not have: {@code package_} is the field {@code package}.
 */
public final class FieldName {
    private FieldName() {}

    public static String of(RecordComponent component) {
        return of(component.getName());
    }

    /** The field of a component with this name. */
    public static String of(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }
}
