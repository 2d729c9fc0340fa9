package org.macroedge.server.platform.web;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.ProblemCode;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/// Describes the common parameters of each operation, the problems that it can answer with, and the status 304 of a
/// read.
@ServerOnly
class OperationDescription implements OperationCustomizer {

    static final String PROBLEM = "Problem";

    private static final String FORM = "multipart/form-data";

    /// An unknown parameter, a caller that is unknown, may not do this or sends too many requests, a foreign page, an
    /// Accept header without the answer's type, and the server's own faults.
    private static final List<ProblemCode> OF_ANY_REQUEST = List.of(
            ProblemCode.INVALID_REQUEST,
            ProblemCode.UNAUTHORIZED,
            ProblemCode.FORBIDDEN,
            ProblemCode.FORBIDDEN_ORIGIN,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.URI_TOO_LONG,
            ProblemCode.TOO_MANY_REQUESTS,
            ProblemCode.INTERNAL,
            ProblemCode.UNAVAILABLE,
            ProblemCode.DATABASE_FAULT);

    private final boolean secured;

    OperationDescription(Settings settings) {
        this.secured = settings.access().isSecured();
        QueryDescription.register();
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setOperationId(OperationId.of(method));
        QueryDescription.describe(operation, method);
        Set<ProblemCode> problems = EnumSet.noneOf(ProblemCode.class);
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        ParameterTypes.describe(parameters, method);
        for (Parameter parameter : parameters) {
            CommonParameter.of(parameter.getName()).ifPresent(common -> {
                common.describe(parameter);
                problems.addAll(common.problems());
            });
        }
        FailsWith more = method.getMethodAnnotation(FailsWith.class);
        if (more != null) {
            problems.addAll(List.of(more.value()));
        }
        problems.addAll(OF_ANY_REQUEST);
        if (operation.getRequestBody() != null) {
            problems.add(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            problems.add(ProblemCode.UPLOAD_TOO_LARGE);
            boundParts(operation.getRequestBody(), KnownParameters.of(method));
        }
        addResponses(operation, problems, isRead(operation, method));
        addSecurity(operation, method);
        return operation;
    }

    /// The role that it needs, as OpenAPI 3.1 lists it beside any scheme. In local mode, a request needs no key.
    private void addSecurity(Operation operation, HandlerMethod method) {
        operation.addSecurityItem(new SecurityRequirement()
                .addList(ApiDescription.BEARER, NeedsRole.Rule.of(method).code()));
        if (!secured) {
            operation.addSecurityItem(new SecurityRequirement());
        }
    }

    /// The framework says neither which parts a form must have nor how many.
    @SuppressWarnings("rawtypes") // as the model declares it
    private static void boundParts(RequestBody body, KnownParameters known) {
        MediaType form = body.getContent().get(FORM);
        Map<String, Schema> parts = form == null ? null : form.getSchema().getProperties();
        if (form == null || parts == null) {
            return;
        }
        body.setRequired(true);
        form.getSchema().setAdditionalProperties(false);
        form.getSchema()
                .setRequired(parts.keySet().stream()
                        .filter(known.required()::contains)
                        .toList());
        // in words: generated Go with bounds of a list of files does not compile (openapi-generator 7.25)
        parts.values().stream()
                .filter(part -> part.getItems() != null)
                .forEach(part -> part.setDescription("The files: at least one, and at most "
                        + String.format(Locale.ROOT, "%,d", ParameterNames.MOST_FILES)));
    }

    private static void addResponses(Operation operation, Set<ProblemCode> problems, boolean read) {
        if (read) {
            operation
                    .getResponses()
                    .addApiResponse(
                            "304",
                            new ApiResponse().description("Not modified: If-None-Match contains the answer's ETag"));
            for (String status : List.of("200", "304")) {
                operation.getResponses().computeIfPresent(status, (same, answer) -> {
                    answer.addHeaderObject(TagDescription.NAME, TagDescription.reference());
                    return answer;
                });
            }
        }
        problems.stream()
                .mapToInt(ProblemCode::status)
                .distinct()
                .forEach(status ->
                        operation.getResponses().addApiResponse(String.valueOf(status), response(problems, status)));
    }

    /// Whether it answers with bytes that a client can keep: a stream has no end.
    private static boolean isRead(Operation operation, HandlerMethod method) {
        ApiResponse answer = operation.getResponses().get("200");
        boolean stream = answer != null
                && answer.getContent() != null
                && answer.getContent().containsKey(TEXT_EVENT_STREAM_VALUE);
        return method.hasMethodAnnotation(GetMapping.class) && !stream;
    }

    private static ApiResponse response(Set<ProblemCode> problems, int status) {
        String description = problems.stream()
                .filter(code -> code.status() == status)
                .map(code -> "`" + code.code() + "`")
                .collect(Collectors.joining(", "));
        Schema<?> problem = new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM);
        ApiResponse response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        if (status == ProblemCode.TOO_MANY_REQUESTS.status()) {
            LimitDescription.headers()
                    .keySet()
                    .forEach(name -> response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
        }
        return response;
    }
}
