package org.parley.access.http;

import java.util.function.Predicate;
import org.springframework.web.method.HandlerMethod;

/**
 * A query parameter that an interceptor handles, so that the handler methods do not declare it.
 *
 * @param name the name in the query
 * @param appliesTo the handler methods that accept it
 */
public record CommonQueryParameter(String name, Predicate<HandlerMethod> appliesTo) {}
