package org.macroedge.server.platform.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// The parameters and parts that an endpoint reads.
///
/// @param names of parameters and parts, in the order of the method
/// @param repeatable those that may be there more than once
/// @param files those that are files
/// @param required those that must be there
/// @param headers that it reads
/// @param rules of the parameters and of the variables in the path
record KnownParameters(
        List<String> names,
        List<String> repeatable,
        List<String> files,
        List<String> required,
        List<String> headers,
        List<ParameterRule> rules) {

    private static final ParameterNameDiscoverer DISCOVERER = new DefaultParameterNameDiscoverer();

    static KnownParameters of(HandlerMethod method) {
        KnownParameters known = new KnownParameters(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(DISCOVERER);
            known.add(parameter);
        }
        return known;
    }

    private void add(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        RequestParam annotated = parameter.getParameterAnnotation(RequestParam.class);
        if (annotated != null) {
            String name = annotated.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : annotated.name();
            names.add(name);
            rules.add(ParameterRule.of(name, parameter));
            if (annotated.required() && annotated.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                required.add(name);
            }
            if (Collection.class.isAssignableFrom(type)) {
                repeatable.add(name);
            }
            if (type == MultipartFile.class || parameter.nested().getNestedParameterType() == MultipartFile.class) {
                files.add(name);
            }
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            headers.add(header.name());
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            rules.add(ParameterRule.of(String.valueOf(parameter.getParameterName()), parameter));
        }
        if (type == Query.class || type == WeightedQuery.class) {
            names.add(Query.AS_OF);
            names.add(Query.RECORDED_AT);
        }
        if (type == WeightedQuery.class) {
            names.add(WeightedQuery.WEIGHT_SET);
        }
    }

    Optional<ParameterRule> rule(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
