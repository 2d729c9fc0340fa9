package org.macroedge.server.exports;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.server.platform.config.ServerOnly;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;

/// Describes the columns that each export has, from the columns themselves.
@ServerOnly
@Order
class ColumnsDescription implements OperationCustomizer {

    private static final Map<String, List<Column>> COLUMNS =
            Arrays.stream(ExportKind.values()).collect(Collectors.toMap(ExportKind::code, ExportKind::columns));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        List<Column> columns = COLUMNS.get(method.getMethod().getName());
        if (method.getBeanType() == ExportsController.class && columns != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals(ExportsController.COLUMNS))
                    .forEach(parameter -> describe(parameter, Column.names(columns)));
        }
        return operation;
    }

    private static void describe(Parameter parameter, List<String> names) {
        Schema<Object> name = new JsonSchema();
        name.setTypes(Set.of("string"));
        name.setEnum(List.copyOf(names));
        Schema<Object> list = new JsonSchema();
        list.setTypes(Set.of("array"));
        list.setItems(name);
        list.setMinItems(1);
        list.setMaxItems(names.size());
        list.setUniqueItems(true);
        parameter.schema(list).style(Parameter.StyleEnum.FORM).explode(false).example(names.subList(0, 2));
    }
}
