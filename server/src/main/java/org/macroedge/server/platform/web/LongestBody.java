package org.macroedge.server.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of the record of a request's body how long the body may be, where it is more than a statement of a person: as
/// long as its bounds allow, so that no request of the stated form is too long.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongestBody {

    /// The longest there is.
    int MOST = 4 << 20;

    /// In bytes, at most [#MOST].
    int value();
}
