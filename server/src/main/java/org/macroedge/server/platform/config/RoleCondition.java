package org.macroedge.server.platform.config;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether a server has a role that [InRole] names.
final class RoleCondition implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ServerRole[] roles =
                metadata.getAnnotations().get(InRole.class).getEnumArray(MergedAnnotation.VALUE, ServerRole.class);
        return Stream.of(roles).anyMatch(role -> context.getEnvironment().matchesProfiles(role.code()));
    }
}
