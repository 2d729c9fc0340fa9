package org.macroedge.server.platform.shapes;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Describes every shape of the API and every property of it by the [Vocabulary], and shares the lists of codes with
/// the parameters. What a shape says itself stands.
@ServerOnly
public class VocabularyDescription implements OpenApiCustomizer {

    private static final Map<String, Bounds> WHOLE_NUMBERS = Map.of(
            "int32", new Bounds(BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE)),
            "int64", new Bounds(BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE)));

    private record Bounds(
            @Nullable BigDecimal min, @Nullable BigDecimal max) {

        private static final Bounds NONE = new Bounds(null, null);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the model declares it
    public void customise(OpenAPI api) {
        Vocabulary vocabulary = Vocabulary.read();
        Map<String, Schema> shapes = api.getComponents().getSchemas();
        shapes.forEach((name, shape) -> describe(name, shape, vocabulary));
        ParameterLists.share(api);
    }

    @SuppressWarnings("rawtypes") // as the model declares it
    private static void describe(String name, Schema<?> shape, Vocabulary vocabulary) {
        if (shape.getDescription() == null) {
            vocabulary.text(name).ifPresent(shape::setDescription);
        }
        Map<String, Schema> properties = shape.getProperties();
        if (properties != null) {
            properties.forEach(
                    (key, property) -> vocabulary.meaning(name, key).ifPresent(meaning -> describe(property, meaning)));
        }
    }

    private static void describe(Schema<?> property, PropertyMeaning meaning) {
        property.setDescription(meaning.text());
        bound(numbers(property), meaning);
        if (property.getExample() == null && meaning.example() != null) {
            property.setExample(meaning.example());
        }
    }

    /// The schema of the numbers that a property holds: its own, or that of its elements or values.
    private static Schema<?> numbers(Schema<?> property) {
        if (property.getItems() != null) {
            return property.getItems();
        }
        return property.getAdditionalProperties() instanceof Schema<?> values ? values : property;
    }

    /// Fills in what the meaning bounds, for a whole number the range of its type, and for another its precision.
    private static void bound(Schema<?> number, PropertyMeaning meaning) {
        Set<String> types = number.getTypes();
        if (types == null || !(types.contains("number") || types.contains("integer"))) {
            return;
        }
        if (number.getFormat() == null) { // a generated client would take it for a number of single precision
            number.setFormat("double");
        }
        Bounds range = WHOLE_NUMBERS.getOrDefault(number.getFormat(), Bounds.NONE);
        if (number.getMinimum() == null) {
            number.setMinimum(meaning.min() == null ? range.min() : meaning.min());
        }
        if (number.getMaximum() == null) {
            number.setMaximum(meaning.max() == null ? range.max() : meaning.max());
        }
    }
}
