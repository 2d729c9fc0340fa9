package org.macroedge.server.platform.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The words of the description of the API: what each property means, by its name, and what each shape and each list of
/// codes is. A name mostly means the same everywhere; `name in ShapeA ShapeB` is an exception for these shapes.
///
/// @param properties by the key of their entry, as the file has it
/// @param keys the keys of `properties`, by shape and property; the shape of a rule is empty
/// @param shapes texts by the name of the shape or list of codes
public record Vocabulary(Map<String, PropertyMeaning> properties, Map<Place, String> keys, Map<String, String> shapes) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String EXCEPTION = " in ";

    /// A property of a shape.
    record Place(String shape, String property) {}

    /// Reads the files that come with the program.
    public static Vocabulary read() {
        Map<String, PropertyMeaning> properties = read("properties.yaml", new TypeReference<>() {});
        Map<Place, String> keys = new HashMap<>();
        for (String key : properties.keySet()) {
            int exception = key.indexOf(EXCEPTION);
            String name = exception < 0 ? key : key.substring(0, exception);
            String shapes = exception < 0 ? "" : key.substring(exception + EXCEPTION.length());
            Arrays.stream(shapes.split(" ")).forEach(shape -> add(keys, new Place(shape, name), key));
        }
        return new Vocabulary(properties, keys, read("shapes.yaml", new TypeReference<>() {}));
    }

    private static void add(Map<Place, String> keys, Place place, String key) {
        String other = keys.putIfAbsent(place, key);
        if (other != null) {
            throw new IllegalArgumentException("\"" + other + "\" and \"" + key + "\" describe the same property");
        }
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream stream = Vocabulary.class.getResourceAsStream(file)) {
            return YAML.readValue(stream, type);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The key of the entry that describes a property of a shape; empty where none does.
    public Optional<String> key(String shape, String property) {
        String exception = keys.get(new Place(shape, property));
        return Optional.ofNullable(exception == null ? keys.get(new Place("", property)) : exception);
    }

    /// What a property of a shape means; empty where no entry describes it.
    public Optional<PropertyMeaning> meaning(String shape, String property) {
        return key(shape, property).map(properties::get);
    }

    /// What a shape or a list of codes is; empty where no entry describes it.
    public Optional<String> text(String shape) {
        return Optional.ofNullable(shapes.get(shape));
    }
}
