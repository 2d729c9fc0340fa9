package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/// Describes the parameters that [QueryResolver] reads: springdoc would take the argument for a body.
final class QueryDescription {

    private QueryDescription() {}

    /// Makes springdoc ignore the arguments that are described here.
    static void register() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Query.class, WeightedQuery.class);
    }

    /// Adds the parameters of the query that a method takes. What the method says of one of them itself, in a
    /// `@Parameter` with its name, stays.
    static void describe(Operation operation, HandlerMethod method) {
        if (takes(method, Query.class) || takes(method, WeightedQuery.class)) {
            List<Parameter> parameters = new ArrayList<>();
            List<Parameter> given = operation.getParameters() == null ? List.of() : operation.getParameters();
            given.stream().filter(parameter -> "path".equals(parameter.getIn())).forEach(parameters::add);
            parameters.add(parameter(Query.AS_OF, new JsonSchema(), given));
            parameters.add(parameter(Query.RECORDED_AT, new JsonSchema(), given));
            given.stream().filter(Predicate.not(parameters::contains)).forEach(parameters::add);
            if (takes(method, WeightedQuery.class)) {
                Schema<?> text = new JsonSchema();
                text.setDefault(WeightedQuery.DEFAULT);
                parameters.add(parameter(WeightedQuery.WEIGHT_SET, text, given));
            }
            operation.setParameters(parameters);
        }
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == type) {
                return true;
            }
        }
        return false;
    }

    private static Parameter parameter(String name, Schema<?> schema, List<Parameter> given) {
        schema.setTypes(Set.of("string"));
        Parameter parameter = given.stream()
                .filter(candidate -> name.equals(candidate.getName()))
                .findFirst()
                .orElseGet(Parameter::new);
        return parameter.name(name).in("query").required(false).schema(schema);
    }
}
