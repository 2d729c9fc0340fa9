package org.macroedge.engine.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A constant with a stable code for files, stores and programs: its name in lower case with hyphens.
public interface Coded {

    /// The name of the constant, as every enum has it.
    String name();

    /// The stable code, for example `strongly-bearish`.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Finds the constant of a type by its code.
    ///
    /// @throws IllegalArgumentException where no constant has that code; the message lists those that exist
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        E constant = find(type, code).orElse(null);
        if (constant == null) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    type.getSimpleName() + " \"" + code + "\" is unknown; known are " + known);
        }
        return constant;
    }

    /// As [#of], but empty where no constant has that code.
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }
}
