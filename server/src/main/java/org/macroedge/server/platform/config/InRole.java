package org.macroedge.server.platform.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/// Marks an entry point that only a server of some roles has: a controller, the delivery of events, a scheduled task.
/// Services never depend on a role. The context of a short command leaves the entry point out.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(RoleCondition.class)
public @interface InRole {

    /// The roles of which one suffices.
    ServerRole[] value();
}
