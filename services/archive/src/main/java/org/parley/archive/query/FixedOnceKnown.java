package org.parley.archive.query;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query of one negotiation whose answer never changes once an entry later than {@code knownAt} has been read: entries
 * are recorded in the order of their instants, so everything recorded by then is known. Not for an answer that depends
 * on the present day, such as what is overdue.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FixedOnceKnown {}
