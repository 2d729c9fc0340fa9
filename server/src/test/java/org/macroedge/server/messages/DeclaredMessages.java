package org.macroedge.server.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.macroedge.server.platform.error.Message;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// All messages that the modules declare, found on the class path.
final class DeclaredMessages {

    private DeclaredMessages() {}

    /// In the order of their types' names, then as declared.
    static List<Message> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Message.class));
        return scanner.findCandidateComponents("org.macroedge.server").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(Class::isEnum)
                .sorted((left, right) -> left.getName().compareTo(right.getName()))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Message.class::cast)
                .toList();
    }
}
