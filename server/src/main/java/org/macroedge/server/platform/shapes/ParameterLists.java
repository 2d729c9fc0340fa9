package org.macroedge.server.platform.shapes;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lets each parameter refer to the list of codes that answers name, where it takes the same codes. So a generated
/// client has one type for both.
final class ParameterLists {

    private ParameterLists() {}

    @SuppressWarnings("rawtypes") // as the model declares it
    static void share(OpenAPI api) {
        Map<List<?>, String> names = new HashMap<>();
        Map<String, Schema> shapes = api.getComponents().getSchemas();
        shapes.forEach((name, shape) -> {
            if (shape.getEnum() != null) {
                names.put(shape.getEnum(), name);
            }
        });
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(ParameterLists::parameters)
                .forEach(parameter -> parameter.setSchema(shared(parameter.getSchema(), names)));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null ? Stream.empty() : parameters.stream();
    }

    private static Schema<?> shared(Schema<?> given, Map<List<?>, String> names) {
        String name = given.getEnum() == null ? null : names.get(given.getEnum());
        if (name == null) {
            return given;
        }
        Schema<?> reference = new JsonSchema().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
        if (given.getDefault() != null) {
            reference.setDefault(given.getDefault());
        }
        return reference;
    }
}
