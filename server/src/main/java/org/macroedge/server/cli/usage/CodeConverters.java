package org.macroedge.server.cli.usage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macroedge.engine.vocabulary.Coded;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/// Reads options and arguments of a fixed list by their codes, exactly as the API does. The library would also take the
/// names of the constants, in any case.
public final class CodeConverters {

    private CodeConverters() {}

    /// Registers a converter for every enum that a command below uses.
    public static CommandLine register(CommandLine line) {
        for (Class<?> type : enums(line).collect(Collectors.toSet())) {
            line.registerConverter(type, text -> constant(type, text));
        }
        return line;
    }

    private static Stream<Class<?>> enums(CommandLine line) {
        Stream<Class<?>> own = line.getCommandSpec().args().stream()
                .<Class<?>>map(ArgSpec::type)
                .filter(Class::isEnum);
        return Stream.concat(
                own, Set.copyOf(line.getSubcommands().values()).stream().flatMap(CodeConverters::enums));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the library knows the type of an argument at run time only
    private static <T> T constant(Class type, String text) {
        return (T) Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException(text));
    }

    /// The codes of an enum, in the order of its constants.
    static List<String> codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(CodeConverters::code).toList();
    }

    private static String code(Object constant) {
        return constant instanceof Coded coded
                ? coded.code()
                : constant.toString().toLowerCase(Locale.ROOT);
    }
}
