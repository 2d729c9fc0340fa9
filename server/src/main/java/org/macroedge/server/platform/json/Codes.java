package org.macroedge.server.platform.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.macroedge.engine.vocabulary.Coded;

/// Names the enum whose codes a string in an answer may hold, so that the API description lists them. On a list, it
/// applies to each of its strings.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Codes {

    /// An enum that is [Coded].
    Class<? extends Coded> value();
}
