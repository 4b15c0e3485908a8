package org.parley.access.documentation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a successful response of an endpoint in the OpenAPI document. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(DocumentedResponses.class)
public @interface DocumentedResponse {
    /** The name of the schema in the components; if empty, the body is text, or absent with status 204. */
    String value() default "";

    /** The HTTP status. */
    int status() default 200;

    /** The media types; the schema applies to JSON, all others are text. */
    String[] mediaTypes() default "application/json";

    /** The description in one sentence. */
    String description();
}
