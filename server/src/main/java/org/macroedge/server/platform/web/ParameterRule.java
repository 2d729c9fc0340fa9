package org.macroedge.server.platform.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.platform.error.InvalidValue;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/// Which texts a parameter may have, as the description of the API states them. The framework would also read `0x1f`
/// as a number, `yes` as a switch and the name of a constant as a code, and knows no bounds.
///
/// @param type of the method's parameter
/// @param stated its bounds, with their form in words; null where the controller states none
/// @param example of a value; empty where the controller states none
/// @param form the pattern of its bounds, which is one of the whole text; empty where they state none
record ParameterRule(String name, Class<?> type, @Nullable Schema stated, String example, Pattern form) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> SWITCHES = Set.of(boolean.class, Boolean.class);
    private static final List<String> SWITCH = List.of("true", "false");

    /// Codes that are ids of something in the world, which people write in any case, as every id.
    private static final Set<Class<?>> IDS = Set.of(Region.class);

    /// A range of so many values is listed in the message.
    private static final int SHORT_RANGE = 10;

    static ParameterRule of(String name, MethodParameter parameter) {
        Parameter described = AnnotatedElementUtils.findMergedAnnotation(parameter.getParameter(), Parameter.class);
        Schema stated = described == null ? null : described.schema();
        return new ParameterRule(
                name,
                parameter.getParameterType(),
                stated,
                described == null ? "" : described.example(),
                Pattern.compile(stated == null ? "" : stated.pattern()));
    }

    void check(String text) {
        if (NUMBERS.contains(type)) {
            if (!WHOLE_NUMBER.matcher(text).matches()) {
                throw InvalidValue.of(name, text, range(), example.isEmpty() ? String.valueOf(least()) : example);
            }
            checkRange(new BigInteger(text));
        } else if (SWITCHES.contains(type) && !SWITCH.contains(text)) {
            throw InvalidValue.of(name, text, SWITCH);
        } else if (Coded.class.isAssignableFrom(type) && codes().stream().noneMatch(code -> means(type, code, text))) {
            throw InvalidValue.of(name, text, codes());
        } else if (type == String.class && stated != null) {
            checkText(text, stated);
        }
    }

    /// Whether a text is a code of a type.
    static boolean means(Class<?> type, String code, String text) {
        return IDS.contains(type) ? code.equalsIgnoreCase(text) : code.equals(text);
    }

    private void checkText(String text, Schema bounds) {
        if (text.codePointCount(0, text.length()) > bounds.maxLength()) {
            throw InvalidValue.tooLong(name, bounds.maxLength());
        }
        if (!bounds.pattern().isEmpty() && !form.matcher(text).matches()) {
            throw InvalidValue.of(name, text, bounds.description(), example);
        }
    }

    /// Whole numbers in words.
    private String range() {
        if (stated == null || stated.minimum().isEmpty()) {
            return "a whole number";
        }
        return "a whole number "
                + (stated.maximum().isEmpty()
                        ? "from " + stated.minimum() + " on"
                        : "from " + stated.minimum() + " to " + stated.maximum());
    }

    private List<String> codes() {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Coded) constant).code())
                .toList();
    }

    private void checkRange(BigInteger number) {
        BigInteger least = least();
        BigInteger greatest =
                bound(stated == null ? "" : stated.maximum(), isWide() ? Long.MAX_VALUE : Integer.MAX_VALUE);
        if (number.compareTo(least) >= 0 && number.compareTo(greatest) <= 0) {
            return;
        }
        BigInteger count = greatest.subtract(least);
        throw InvalidValue.of(
                name,
                number,
                count.compareTo(BigInteger.valueOf(SHORT_RANGE)) > 0
                        ? List.of(least + " to " + greatest)
                        : Stream.iterate(
                                        least,
                                        value -> value.compareTo(greatest) <= 0,
                                        value -> value.add(BigInteger.ONE))
                                .map(BigInteger::toString)
                                .toList());
    }

    private BigInteger least() {
        return bound(stated == null ? "" : stated.minimum(), isWide() ? Long.MIN_VALUE : Integer.MIN_VALUE);
    }

    private boolean isWide() {
        return type == long.class || type == Long.class;
    }

    private static BigInteger bound(String text, long otherwise) {
        return text.isEmpty() ? BigInteger.valueOf(otherwise) : new BigInteger(text);
    }
}
