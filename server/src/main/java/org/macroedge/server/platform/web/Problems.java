package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.LogMessage;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns failures into RFC 9457 problems with a stable type: our own, those that the framework finds in a
/// request, and unexpected ones, whose details go to the log only.
@ServerOnly
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(MacroEdgeException fault) {
        return answer(fault.code(), fault.getMessage());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> unexpected(RuntimeException fault) {
        if (isClientGone(fault)) {
            return null;
        }
        if (fault instanceof HttpException refused) { // the web server reads the parameters when they are first needed
            EdgeProblem problem = EdgeProblem.of(refused.getCode());
            return answer(problem.code(), problem.advice());
        }
        return internal(fault);
    }

    /// A client that leaves before it has read its answer is no fault, and nobody reads another answer.
    private static boolean isClientGone(RuntimeException fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(EofException.class::isInstance);
    }

    /// Logs an unexpected fault, which only the log describes, under the id of its request.
    public static ResponseEntity<ProblemDetail> internal(RuntimeException fault) {
        HttpServletResponse response =
                RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                        ? attributes.getResponse()
                        : null;
        String id = response == null ? "" : String.valueOf(response.getHeader("X-Request-Id"));
        LOG.error(LogMessage.REQUEST_FAILED.text(id), fault);
        return answer(ProblemCode.INTERNAL, RequestProblem.INTERNAL.advice(id));
    }

    /// The problem of a code, for modules that have exceptions of their own.
    public static ResponseEntity<ProblemDetail> answer(ProblemCode code, @Nullable String detail) {
        return ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON) // whatever the request accepts
                .cacheControl(CacheControl.noCache())
                .body(problem(code, detail));
    }

    private static ProblemDetail problem(ProblemCode code, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(code.status());
        type(problem, code);
        problem.setDetail(detail);
        return problem;
    }

    /// A parameter whose text cannot be read, in our own words.
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        MacroEdgeException ours = RequestFaults.mismatch(fault);
        return ResponseEntity.status(ours.code().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noCache())
                .body(problem(ours.code(), ours.getMessage()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(fault, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            RequestFaults.detail(fault, request).ifPresent(problem::setDetail);
        }
        return answer;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException fault) {
        return known(UploadMessage.NOT_MULTIPART.causedBy(fault));
    }

    /// Sets the type of the framework's own problems.
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders kept = new HttpHeaders(headers); // those given may be read-only
        kept.setCacheControl(CacheControl.noCache());
        if (body instanceof ProblemDetail problem) {
            kept.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            type(problem, EdgeProblem.of(status.value()).code());
        }
        return new ResponseEntity<>(body, kept, status);
    }

    private static void type(ProblemDetail problem, ProblemCode code) {
        problem.setType(URI.create(code.type()));
        problem.setTitle(code.title());
    }
}
