package org.macroedge.server.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// The role that an operation needs, where it is not the usual one: a viewer reads, and an analyst does everything
/// else.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NeedsRole {

    Role value();

    /// Tells which role an operation needs.
    final class Rule {

        private Rule() {}

        /// The role of the method, else of its controller, else the usual one.
        public static Role of(HandlerMethod operation) {
            NeedsRole own = operation.getMethodAnnotation(NeedsRole.class);
            NeedsRole all = AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), NeedsRole.class);
            if (own != null) {
                return own.value();
            }
            if (all != null) {
                return all.value();
            }
            return operation.hasMethodAnnotation(GetMapping.class) ? Role.VIEWER : Role.ANALYST;
        }
    }
}
