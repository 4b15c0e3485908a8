package org.parley.access.http;

import java.util.function.Predicate;
import org.springframework.web.method.HandlerMethod;

/**
 * A query parameter that something before the methods takes, so that none of them declares it.
 *
 * @param name as written in the query
 * @param taken which methods it can be asked of
 */
public record CommonParameter(String name, Predicate<HandlerMethod> taken) {}
