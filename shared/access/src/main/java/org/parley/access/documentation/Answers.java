package org.parley.access.documentation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an address answers when all is well, for its description. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(AllAnswers.class)
public @interface Answers {
    /** The name of its schema among the components; empty is text, or nothing with status 204. */
    String value() default "";

    /** The HTTP status. */
    int status() default 200;

    /** In which forms; only JSON has the schema, all others are text. */
    String[] as() default "application/json";

    /** What it is, in a sentence. */
    String description();
}
