package org.macroedge.server.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;

/// Marks an entry point that only a server has: a controller, a filter, a scheduled task. The context of a short
/// command leaves it out.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Profile(ServerOnly.PROFILE)
public @interface ServerOnly {

    /// The Spring profile of a server.
    String PROFILE = "server";
}
