package org.macroedge.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Problem;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// All messages that the modules declare, found on the class path.
public final class DeclaredMessages {

    private DeclaredMessages() {}

    /// In the order of their types' names, then as declared.
    static List<Message> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Message.class));
        return scanner.findCandidateComponents("org.macroedge.server").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(Objects.requireNonNull(name), null))
                .filter(Class::isEnum)
                .sorted((left, right) -> left.getSimpleName().compareTo(right.getSimpleName()))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(Message.class::cast)
                .toList();
    }

    /// As in `UnknownName.INSTRUMENT`.
    static String name(Message message) {
        return message.getClass().getSimpleName() + "." + message.name();
    }

    /// Asserts that what a user sees is a message: a problem as a whole, any other within a text.
    ///
    /// @param name as in `UnknownName.INSTRUMENT`
    public static void assertSeen(String name, String seen) {
        Message message = all().stream()
                .filter(declared -> name(declared).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message is called " + name));
        String pattern = message.wording().pattern().pattern();
        assertThat(seen).as(name).matches(message instanceof Problem ? pattern : "(?s).*" + pattern + ".*");
    }
}
