package org.macroedge.server.graphql;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.json.Codes;
import org.macroedge.server.platform.shapes.PropertyMeaning;
import org.macroedge.server.platform.shapes.Vocabulary;

/// Writes the types of the schema from the records of the API: the same names, what may be null, and the
/// descriptions of its vocabulary.
final class ShapesText {

    private static final Map<Type, String> SCALARS = Map.ofEntries(
            Map.entry(String.class, "String"),
            Map.entry(boolean.class, "Boolean"),
            Map.entry(Boolean.class, "Boolean"),
            Map.entry(int.class, "Int"),
            Map.entry(Integer.class, "Int"),
            Map.entry(long.class, "Long"),
            Map.entry(Long.class, "Long"),
            Map.entry(double.class, "Float"),
            Map.entry(Double.class, "Float"),
            Map.entry(BigDecimal.class, "Decimal"),
            Map.entry(Instant.class, "Instant"),
            Map.entry(LocalDate.class, "Date"));

    /// How many elements lists have that are not short: as many as the sample has, in round numbers.
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("BiasSummary.items", 30),
            Map.entry("BiasExplanation.contributions", 100),
            Map.entry("BiasExplanation.missing", 50),
            Map.entry("BiasHistory.points", 260),
            Map.entry("CalendarAnswer.items", 100),
            Map.entry("IndexList.items", 50),
            Map.entry("IndexExplanation.contributions", 50),
            Map.entry("IndexExplanation.missing", 20),
            Map.entry("IndexHistory.points", 260),
            Map.entry("IndicatorList.items", 300),
            Map.entry("IndicatorReleases.items", 200),
            Map.entry("InstrumentList.items", 30),
            Map.entry("RegimeList.items", 10),
            Map.entry("RegimeItem.growthMembers", 10),
            Map.entry("RegimeItem.inflationMembers", 10),
            Map.entry("RegimeHistory.points", 200));

    private static final int SHORT = 5;

    private static final Vocabulary WORDS = Vocabulary.read();

    private final SortedMap<String, Class<?>> shapes = new TreeMap<>();

    private ShapesText() {}

    /// @param roots the shapes of whole answers
    static String of(List<Class<?>> roots) {
        ShapesText text = new ShapesText();
        roots.forEach(text::find);
        return text.shapes.values().stream().map(ShapesText::type).collect(Collectors.joining());
    }

    private void find(Class<?> shape) {
        if (shapes.putIfAbsent(shape.getSimpleName(), shape) == null) {
            components(shape).stream()
                    .map(component -> element(component.getGenericType()))
                    .filter(type -> type instanceof Class<?> other && other.isRecord())
                    .forEach(type -> find((Class<?>) type));
        }
    }

    /// The components of a record, with those of the records that stand in its place.
    private static List<RecordComponent> components(Class<?> shape) {
        List<RecordComponent> components = new ArrayList<>();
        for (RecordComponent component : shape.getRecordComponents()) {
            if (isUnwrapped(shape, component)) {
                components.addAll(components(component.getType()));
            } else {
                components.add(component);
            }
        }
        return components;
    }

    private static boolean isUnwrapped(Class<?> shape, RecordComponent component) {
        try {
            return component.isAnnotationPresent(JsonUnwrapped.class)
                    || shape.getDeclaredField(component.getName()).isAnnotationPresent(JsonUnwrapped.class);
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : type;
    }

    private static String type(Class<?> shape) {
        String fields = components(shape).stream()
                .map(component -> field(shape, component))
                .collect(Collectors.joining());
        return "\n" + description("", WORDS.text(shape.getSimpleName()).orElse("")) + "type " + shape.getSimpleName()
                + " {\n" + fields + "}\n";
    }

    private static String field(Class<?> shape, RecordComponent component) {
        String name = component.getName();
        Type type = component.getGenericType();
        String place = shape.getSimpleName() + "." + name;
        boolean isPaged = SIZES.containsKey(place);
        String size = !isObjects(type) ? "" : " @listSize(assumedSize: " + SIZES.getOrDefault(place, SHORT) + ")";
        return description("  ", words(shape, component)) + "  " + name
                + (isPaged ? "(first: Int, skip: Int! = 0)" : "") + ": " + name(type)
                + (isNullable(component) ? "" : "!") + size + "\n";
    }

    private static boolean isObjects(Type type) {
        return element(type) != type && !SCALARS.containsKey(element(type));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return "[NamedNumber!]";
        }
        Type element = element(type);
        String name = SCALARS.getOrDefault(
                element, element instanceof Class<?> shape ? shape.getSimpleName() : element.getTypeName());
        return element == type ? name : "[" + name + "!]";
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class)
                || type instanceof AnnotatedParameterizedType list
                        && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    /// What the API says of a property, and the codes that it may be.
    private static String words(Class<?> shape, RecordComponent component) {
        String words = WORDS.meaning(shape.getSimpleName(), component.getName())
                .map(PropertyMeaning::text)
                .orElse("");
        String codes = codes(component);
        return words.isEmpty() ? codes : codes.isEmpty() ? words : words + " " + codes;
    }

    private static String codes(RecordComponent component) {
        Codes codes = component.getAnnotation(Codes.class);
        if (codes == null) {
            return "";
        }
        return Arrays.stream(codes.value().getEnumConstants())
                .map(constant -> "`" + ((Coded) constant).code() + "`")
                .collect(Collectors.joining(", ", "One of ", "."));
    }

    private static String description(String indent, String words) {
        return words.isEmpty() ? "" : indent + "\"" + words.replace("\"", "\\\"") + "\"\n";
    }
}
