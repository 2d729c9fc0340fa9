package org.macroedge.server.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.macroedge.server.platform.error.ProblemCode;

/// The problems that an operation can answer with, in addition to those of its parameters (see [CommonParameter]).
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FailsWith {

    ProblemCode[] value();
}
