package org.macroedge.server.platform.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.InvalidValue;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.time.Instants;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Our own words for the faults that the framework finds in a request.
final class RequestFaults {

    private RequestFaults() {}

    /// A parameter whose text cannot be read as its type.
    static MacroEdgeException mismatch(TypeMismatchException fault) {
        String name = String.valueOf(fault.getPropertyName());
        String text = fault.getValue() instanceof Object[] values
                ? Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(fault.getValue());
        Class<?> type = fault.getRequiredType();
        if (type == Instant.class) {
            return instant(name, text);
        }
        return type != null && Coded.class.isAssignableFrom(type)
                ? InvalidValue.of(name, text, codes(type))
                : InvalidValue.of(name, text, "it in the form that the page /openapi states", "its example");
    }

    /// The reason for which the text was rejected, with the parameter's name.
    private static MacroEdgeException instant(String name, String text) {
        try {
            Instants.read(name, text);
            return Instants.invalid(name, text);
        } catch (MacroEdgeException named) {
            return named;
        }
    }

    private static List<String> codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Coded) constant).code())
                .toList();
    }

    /// What is wrong; empty for a fault that the framework describes well enough.
    static Optional<String> detail(Exception fault, WebRequest request) {
        return Optional.ofNullable(
                switch (fault) {
                    case NoResourceFoundException missing -> "Nothing exists at " + path(request);
                    case HttpRequestMethodNotSupportedException method ->
                        "Method " + method.getMethod() + " is not allowed here"
                                + allowed(method.getSupportedHttpMethods());
                    case HttpMediaTypeNotSupportedException type ->
                        (type.getContentType() == null
                                        ? "The content type is missing or cannot be read"
                                        : "Content type " + type.getContentType() + " is not supported")
                                + allowed(type.getSupportedMediaTypes());
                    case HttpMediaTypeNotAcceptableException type ->
                        "None of the accepted media types is available" + allowed(type.getSupportedMediaTypes());
                    case MissingServletRequestParameterException missing ->
                        "Parameter " + missing.getParameterName() + " is missing";
                    case MissingServletRequestPartException missing ->
                        "Part " + missing.getRequestPartName() + " is missing";
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
                    default -> null;
                });
    }

    /// A body that is missing, or that broke off while it was read.
    private static String unreadable(HttpMessageNotReadableException fault, WebRequest request) {
        Object handler =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        String fields = handler instanceof HandlerMethod method
                ? Arrays.stream(method.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                        .map(parameter -> BodyReader.fields(parameter.getParameterType()))
                        .collect(Collectors.joining())
                : "";
        return fault.getCause() == null
                ? RequestProblem.NOT_JSON.advice(fields)
                : RequestProblem.BROKEN_BODY.advice(fields);
    }

    /// As it was sent: with the slash at its end, which may be what is wrong.
    private static String path(WebRequest request) {
        return request instanceof ServletWebRequest servlet
                ? ShownText.of(servlet.getRequest().getRequestURI())
                : "this address";
    }

    private static String allowed(@Nullable Collection<?> values) {
        return values == null || values.isEmpty()
                ? ""
                : ". Allowed: " + values.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}
