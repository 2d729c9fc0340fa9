package org.macroedge.server.platform.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.macroedge.engine.vocabulary.Coded;

/// Says which codes a text of a shape can hold, so that the description of the API lists them: those of an enum that is
/// [Coded]. On a list it means each of its texts.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Codes {

    /// The enum.
    Class<? extends Coded> value();
}
