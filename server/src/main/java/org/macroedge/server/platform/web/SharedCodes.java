package org.macroedge.server.platform.web;

import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.macroedge.engine.vocabulary.Coded;

/// The lists of codes in the description of the API. Each is a schema with a name, to which the properties refer that
/// hold one of its codes.
final class SharedCodes {

    private SharedCodes() {}

    /// A reference to the list of a type, which the context then has.
    static Schema<?> reference(Class<? extends Coded> type, ModelConverterContext context) {
        context.defineModel(name(type), list(type));
        return new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name(type));
    }

    /// The name of the enum; one inside another type begins with that one's name.
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : outer.getSimpleName() + type.getSimpleName();
    }

    private static Schema<?> list(Class<? extends Coded> type) {
        List<Object> codes =
                Arrays.stream(type.getEnumConstants()).<Object>map(Coded::code).toList();
        Schema<Object> list = new JsonSchema();
        list.setTypes(new LinkedHashSet<>(Set.of("string")));
        list.setEnum(codes);
        return list;
    }
}
