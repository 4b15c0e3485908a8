package org.parley.access.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Derives the query parameters of a handler method from its signature: declared parameters, the components of record
 * arguments, and the parameters in the conditions of its mapping.
 */
final class HandlerParameters {
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private static final List<Class<? extends Annotation>> NOT_QUERY = List.of(
            PathVariable.class, RequestHeader.class, RequestBody.class, CookieValue.class, RequestAttribute.class);

    private HandlerParameters() {}

    /** The names in alphabetical order. */
    static SortedSet<String> of(HandlerMethod method, List<CommonQueryParameter> common) {
        SortedSet<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            names.addAll(of(parameter));
        }
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping != null) {
            Arrays.stream(mapping.params())
                    .map(condition -> condition.replaceAll("^!|!?=.*", ""))
                    .forEach(names::add);
        }
        common.stream()
                .filter(each -> each.appliesTo().test(method))
                .map(CommonQueryParameter::name)
                .forEach(names::add);
        return names;
    }

    private static Set<String> of(MethodParameter parameter) {
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            return Set.of(StringUtils.hasText(declared.name()) ? declared.name() : name(parameter));
        }
        if (NOT_QUERY.stream().anyMatch(parameter::hasParameterAnnotation)) {
            return Set.of();
        }
        Class<?> type = parameter.getParameterType();
        if (type.isRecord()) {
            SortedSet<String> names = new TreeSet<>();
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(names::add);
            return names;
        }
        return BeanUtils.isSimpleProperty(type) ? Set.of(name(parameter)) : Set.of();
    }

    private static String name(MethodParameter parameter) {
        String name = parameter.getParameterName();
        if (name == null) {
            throw new IllegalStateException("compiled without parameter names: " + parameter.getMethod());
        }
        return name;
    }
}
