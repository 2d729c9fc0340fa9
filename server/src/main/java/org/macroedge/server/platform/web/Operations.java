package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// Finds the operation that a request names by its method and path alone, whatever its headers: also for a request that
/// is refused before it comes to a controller. Thread-safe.
@ServerOnly
public final class Operations {

    /// An operation that is asked for.
    ///
    /// @param id as the description of the API has it
    /// @param path with the names of its variables, as in `/api/v1/bias/{instrument}`
    /// @param variables of the path, decoded and otherwise as they were sent
    public record Called(String id, String path, Map<String, String> variables) {

        public Called {
            variables = Map.copyOf(variables);
        }
    }

    private record Entry(String method, PathPattern path, String id) {}

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private volatile @Nullable List<Entry> entries;

    /// @param mapping asked for at the first request, since filters are made before it
    Operations(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /// Empty where no operation has this method and path.
    public Optional<Called> of(HttpServletRequest request) {
        PathContainer path;
        try {
            path = PathContainer.parsePath(request.getRequestURI());
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
        return entries().stream()
                .filter(entry -> entry.method().equals(request.getMethod()))
                .flatMap(entry -> called(entry, path).stream())
                .findFirst();
    }

    private static Optional<Called> called(Entry entry, PathContainer path) {
        return Optional.ofNullable(entry.path().matchAndExtract(path))
                .map(match -> new Called(entry.id(), entry.path().getPatternString(), match.getUriVariables()));
    }

    /// The more specific paths first, as the framework compares them.
    private List<Entry> entries() {
        List<Entry> known = entries;
        if (known == null) {
            List<Entry> found = new ArrayList<>();
            mapping.getObject()
                    .getHandlerMethods()
                    .forEach((info, method) -> entries(info, method).forEach(found::add));
            found.sort(Comparator.comparing(Entry::path));
            known = List.copyOf(found);
            entries = known;
        }
        return known;
    }

    private static Stream<Entry> entries(RequestMappingInfo info, HandlerMethod method) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(name -> info.getPathPatternsCondition() == null
                        ? Stream.empty()
                        : info.getPathPatternsCondition().getPatterns().stream()
                                .map(path -> new Entry(name.name(), path, OperationId.of(method))));
    }
}
