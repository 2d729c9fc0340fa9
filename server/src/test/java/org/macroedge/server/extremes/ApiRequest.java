package org.macroedge.server.extremes;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;

/// A request to an operation.
///
/// @param values of path variables and parameters; a query parameter may have several
/// @param body null for one that the description makes valid
record ApiRequest(
        Operation operation,
        Map<String, List<String>> values,
        Map<String, Object> fields,
        @Nullable String body) {

    /// What an empty path variable or one with a slash leads to.
    private static final Set<String> ELSEWHERE = Set.of("not-found", "method-not-allowed");

    /// One with what is required alone.
    static ApiRequest valid(Operation operation) {
        Map<String, List<String>> values = new TreeMap<>();
        operation.parameters().stream()
                .filter(Field::required)
                .forEach(field -> values.put(field.name(), List.of(field.valid())));
        Map<String, Object> fields = new LinkedHashMap<>();
        operation.fields().forEach(field -> fields.put(field.name(), field.valid()));
        return new ApiRequest(operation, values, fields, null);
    }

    ApiRequest with(Field parameter, String text) {
        return with(parameter.name(), text);
    }

    ApiRequest with(String parameter, String... texts) {
        Map<String, List<String>> changed = new TreeMap<>(values);
        changed.put(parameter, List.of(texts));
        return new ApiRequest(operation, changed, fields, body);
    }

    ApiRequest twice(Field parameter) {
        return parameter.place().equals("query") ? with(parameter.name(), parameter.valid(), parameter.valid()) : this;
    }

    /// All parameters at once, each at an end.
    ///
    /// @param mask the bit of a parameter's number chooses the greatest value
    ApiRequest withEnds(int mask) {
        Map<String, List<String>> changed = new TreeMap<>(values);
        List<Field> parameters = operation.parameters().stream()
                .filter(parameter -> parameter.place().equals("query"))
                .toList();
        for (int index = 0; index < parameters.size(); index++) {
            Field parameter = parameters.get(index);
            boolean greatest = (mask >> (index % 4) & 1) == 1;
            List<String> ends = parameter.ends();
            changed.put(parameter.name(), List.of(greatest ? ends.getLast() : ends.getFirst()));
        }
        return new ApiRequest(operation, changed, fields, body);
    }

    ApiRequest withField(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new ApiRequest(operation, values, changed, body);
    }

    ApiRequest withBody(String text) {
        return new ApiRequest(operation, values, fields, text);
    }

    boolean isElsewhere(String code) {
        boolean hasVariable = operation.parameters().stream()
                .anyMatch(parameter -> parameter.place().equals("path"));
        return hasVariable && ELSEWHERE.contains(code);
    }

    HttpRequest.Builder build(SmallServer server) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(target()));
        if (!operation.parts().isEmpty()) {
            request.header("Content-Type", "multipart/form-data; boundary=b");
        } else if (!operation.fields().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(operation.method(), HttpRequest.BodyPublishers.ofString(content()));
    }

    private String content() {
        if (body != null) {
            return body;
        }
        if (!operation.parts().isEmpty()) {
            return SmallServer.file("indicator,released_at,period,actual,forecast,previous\n"
                    + "us-cpi-yoy,2021-02-10T13:30:00Z,,1.4,1.5,1.4\n");
        }
        return operation.fields().isEmpty() ? "" : Json.text(fields);
    }

    private String target() {
        String path = operation.path();
        Map<String, List<String>> query = new TreeMap<>(values);
        for (Field parameter : operation.parameters()) {
            if (parameter.place().equals("path")) {
                List<String> texts = query.remove(parameter.name());
                path = path.replace("{" + parameter.name() + "}", encoded(texts.getFirst()));
            }
        }
        String texts = query.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> entry.getKey() + "=" + encoded(text)))
                .collect(Collectors.joining("&"));
        return path + (texts.isEmpty() ? "" : "?" + texts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        String target = operation.method() + " " + target();
        return target.substring(0, Math.min(200, target.length())) + (fields.isEmpty() ? "" : " with a body");
    }
}
