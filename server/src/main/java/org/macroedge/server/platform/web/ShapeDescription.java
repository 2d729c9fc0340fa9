package org.macroedge.server.platform.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.json.Codes;

/// Describes our shapes as they are written: every key is required, only a `@Nullable` component can be null, and a
/// text of fixed codes refers to their list. Of a request's body, only the demanded keys are required. On its own,
/// springdoc marks no key as required and lists no codes.
@ServerOnly
class ShapeDescription implements ModelConverter {

    private static final String NULL = "null";

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> shape = shape(type.getType());
        if (resolved != null && ViewConverter.writes(shape)) {
            describe(shape, definition(resolved, context), context);
        }
        return resolved;
    }

    private static Class<?> shape(Type type) {
        return switch (type) {
            case JavaType java -> java.getRawClass();
            case Class<?> plain -> plain;
            default -> Object.class;
        };
    }

    private static @Nullable Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("rawtypes") // as the model declares it
    private static void describe(Class<?> shape, @Nullable Schema<?> definition, ModelConverterContext context) {
        Map<String, Schema> properties = definition == null ? null : definition.getProperties();
        if (definition == null || properties == null) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : written(shape)) {
            keys.add(component.getName());
            if (component.getDeclaringRecord() == shape) {
                properties.computeIfPresent(component.getName(), (key, schema) -> describe(component, schema, context));
            }
        }
        List<String> demanded = Arrays.stream(shape.getRecordComponents())
                .filter(DemandedField::is)
                .map(RecordComponent::getName)
                .toList();
        definition.setRequired(demanded.isEmpty() ? keys : demanded);
        if (!demanded.isEmpty()) { // a request's body
            definition.setAdditionalProperties(false);
        }
    }

    /// The components that become keys: those of an unwrapped component instead of itself.
    private static List<RecordComponent> written(Class<?> shape) {
        return Arrays.stream(shape.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? written(component.getType()).stream()
                        : Stream.of(component))
                .toList();
    }

    private static Schema<?> describe(RecordComponent component, Schema<?> given, ModelConverterContext context) {
        boolean nullable =
                component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !DemandedField.is(component);
        Schema<?> schema = given;
        Codes codes = component.getAnnotation(Codes.class);
        if (codes != null && schema.getItems() != null) {
            schema.setItems(SharedCodes.reference(codes.value(), context));
        } else if (codes != null) {
            schema = SharedCodes.reference(codes.value(), context);
        }
        if (schema.getItems() != null && holdsNull(component)) {
            orNull(schema.getItems());
        }
        return nullable ? orNull(schema) : schema;
    }

    /// Whether it is a list in which an element may be null.
    private static boolean holdsNull(RecordComponent component) {
        return component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of(NULL))));
        }
        if (schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add(NULL);
            schema.setTypes(types);
        }
        return schema;
    }
}
