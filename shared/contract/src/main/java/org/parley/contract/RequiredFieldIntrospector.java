package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.FieldName;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Requires every non-nullable record component when reading JSON: an event with a missing field is rejected. A component
 * whose name Java reserves has its field's name in JSON, see {@link FieldName}.
 */
final class RequiredFieldIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public @Nullable PropertyName findNameForSerialization(MapperConfig<?> config, Annotated member) {
        return reserved(member);
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated member) {
        return reserved(member);
    }

    private static @Nullable PropertyName reserved(Annotated member) {
        String name = componentName(member);
        return name == null || FieldName.of(name).equals(name) ? null : PropertyName.construct(FieldName.of(name));
    }

    private static @Nullable String componentName(Annotated member) {
        if (member instanceof AnnotatedParameter parameter) {
            Class<?> type = parameter.getDeclaringClass();
            return type.isRecord() && parameter.getIndex() < type.getRecordComponents().length
                    ? type.getRecordComponents()[parameter.getIndex()].getName()
                    : null;
        }
        return member instanceof AnnotatedMember of && of.getDeclaringClass().isRecord() ? member.getName() : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isRequired(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated member) {
        if (!(member instanceof AnnotatedParameter parameter)
                || !(parameter.getOwner().getMember() instanceof Constructor<?> constructor)
                || !constructor.getDeclaringClass().isRecord()) {
            return false;
        }
        RecordComponent[] components = constructor.getDeclaringClass().getRecordComponents();
        int index = parameter.getIndex();
        return components.length == constructor.getParameterCount()
                && !isNullable(components[index].getAnnotatedType())
                && !isNullable(constructor.getAnnotatedParameterTypes()[index]);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
