package org.macroedge.server.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Nearest;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.query.Query;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Rejects a request with a parameter or part that its endpoint does not read, that is there more than once (as a
/// header that it reads must not be either), that is empty, that is a file where a text is read or the other way round,
/// or whose value is outside the bounds that the description of the API states. Otherwise a misspelt `asof` would mean
/// now, and of two values one would be ignored silently.
@ServerOnly
class ParameterNames implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> INSTANTS =
            Set.of(Query.AS_OF, Query.RECORDED_AT, "recordedFrom", "releasedAt", "from", "to");

    /// One part is left for a layout.
    static final int MOST_FILES = UploadResolver.MOST_PARTS - 1;

    private final Map<HandlerMethod, KnownParameters> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            UnwantedBody.check(request, method);
            KnownParameters parameters = known.computeIfAbsent(method, KnownParameters::of);
            request.getParameterMap().forEach((name, values) -> check(name, values, parameters));
            parameters.headers().forEach(name -> checkHeader(name, request));
            variables(request).forEach((name, value) -> parameters.rule(name).ifPresent(rule -> rule.check(value)));
            if (request instanceof MultipartHttpServletRequest multipart) {
                multipart.getMultiFileMap().forEach((name, files) -> checkFiles(name, files, parameters));
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked") // as the attribute is documented
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    private static void check(String name, String[] values, KnownParameters parameters) {
        checkName(name, parameters);
        if (parameters.files().contains(name)) {
            throw RequestProblem.FILE_AS_TEXT.exception(name);
        }
        if (values.length > 1) {
            throw repeated(name, values.length);
        }
        if (values[0].isEmpty()) {
            throw (INSTANTS.contains(name) ? RequestProblem.EMPTY_INSTANT : RequestProblem.EMPTY_PARAMETER)
                    .exception(name);
        }
        parameters.rule(name).ifPresent(rule -> rule.check(values[0]));
    }

    private static void checkHeader(String name, HttpServletRequest request) {
        int times = Collections.list(request.getHeaders(name)).size();
        if (times > 1) {
            throw RequestProblem.REPEATED_HEADER.exception(name, times);
        }
    }

    private static void checkFiles(String name, List<MultipartFile> files, KnownParameters parameters) {
        checkName(name, parameters);
        if (!parameters.files().contains(name)) {
            throw RequestProblem.TEXT_AS_FILE.exception(name);
        }
        if (files.size() > 1 && !parameters.repeatable().contains(name)) {
            throw repeated(name, files.size());
        }
        if (files.size() > MOST_FILES) {
            throw RequestProblem.TOO_MANY_FILES.exception(MOST_FILES, name);
        }
    }

    private static void checkName(String name, KnownParameters parameters) {
        List<String> names = parameters.names();
        if (names.isEmpty()) {
            throw RequestProblem.NO_PARAMETERS.exception(ShownText.of(name));
        }
        if (!names.contains(name)) {
            throw unknown(name, names);
        }
    }

    private static MacroEdgeException unknown(String name, List<String> names) {
        List<String> nearest = Nearest.to(name, names);
        String all = String.join(", ", names);
        return nearest.isEmpty()
                ? RequestProblem.UNKNOWN_PARAMETER_UNLIKE_ANY.exception(ShownText.of(name), all)
                : RequestProblem.UNKNOWN_PARAMETER.exception(ShownText.of(name), nearest.getFirst(), all);
    }

    private static MacroEdgeException repeated(String name, int times) {
        return (INSTANTS.contains(name) ? RequestProblem.REPEATED_INSTANT : RequestProblem.REPEATED_PARAMETER)
                .exception(name, times);
    }
}
