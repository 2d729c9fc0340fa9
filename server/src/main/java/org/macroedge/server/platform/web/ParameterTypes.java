package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.vocabulary.Coded;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/// Describes what the type of a parameter says of its values: the codes of an enum, and the bounds of a number.
final class ParameterTypes {

    private ParameterTypes() {}

    static void describe(List<Parameter> parameters, HandlerMethod method) {
        for (MethodParameter typed : method.getMethodParameters()) {
            typed.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            parameters.stream()
                    .filter(parameter -> parameter.getName().equals(typed.getParameterName()))
                    .forEach(parameter -> describe(parameter.getSchema(), typed.getParameterType()));
        }
    }

    private static void describe(Schema<?> schema, Class<?> type) {
        if (Coded.class.isAssignableFrom(type)) {
            codes(schema, type);
        } else if (type == int.class || type == Integer.class) {
            bound(schema, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (type == long.class || type == Long.class) {
            bound(schema, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    @SuppressWarnings("unchecked") // an enum of texts, whatever the schema's own type says
    private static void codes(Schema<?> schema, Class<?> type) {
        ((Schema<String>) schema)
                .setEnum(Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Coded) constant).code())
                        .toList());
    }

    /// Fills in the bounds of the type where the controller states no narrower ones.
    private static void bound(Schema<?> schema, long least, long greatest) {
        if (schema.getMinimum() == null) {
            schema.setMinimum(BigDecimal.valueOf(least));
        }
        if (schema.getMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf(greatest));
        }
    }
}
