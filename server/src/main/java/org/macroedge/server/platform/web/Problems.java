package org.macroedge.server.platform.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns failures into RFC 9457 problems with a stable type: our own, those that the framework finds in a request, and
/// those that nobody foresaw, of which the caller learns only that they are in the log.
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(MacroEdgeException fault) {
        return answer(fault.code(), fault.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException fault) {
        LOG.error("A request failed for a reason that nobody foresaw", fault);
        return answer(ProblemCode.INTERNAL, "The server's log says more");
    }

    /// The problem of a code, for modules whose exceptions are their own.
    public static ResponseEntity<ProblemDetail> answer(ProblemCode code, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(code.status());
        problem.setType(URI.create(code.type()));
        problem.setTitle(code.title());
        problem.setDetail(detail);
        return ResponseEntity.status(code.status())
                .cacheControl(CacheControl.noCache())
                .body(problem);
    }

    /// Types the framework's own problems: ours where we have one of that meaning, else by the status's name.
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders kept = new HttpHeaders(headers); // those given may be read-only
        kept.setCacheControl(CacheControl.noCache());
        if (body instanceof ProblemDetail problem) {
            switch (status.value()) {
                case 400 -> type(problem, ProblemCode.INVALID_REQUEST);
                case 404 -> type(problem, ProblemCode.NOT_FOUND);
                case 500 -> type(problem, ProblemCode.INTERNAL);
                default -> problem.setType(URI.create("urn:macro-edge:problem:" + name(status)));
            }
        }
        return new ResponseEntity<>(body, kept, status);
    }

    private static void type(ProblemDetail problem, ProblemCode code) {
        problem.setType(URI.create(code.type()));
        problem.setTitle(code.title());
    }

    private static String name(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null
                ? "status-" + status.value()
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
