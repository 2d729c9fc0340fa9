package org.macroedge.server.platform.web;

import java.net.URI;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Turns failures into RFC 9457 problems with a stable type.
@RestControllerAdvice
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(MacroEdgeException fault) {
        ProblemDetail problem = ProblemDetail.forStatus(fault.code().status());
        problem.setType(URI.create(fault.code().type()));
        problem.setTitle(fault.code().title());
        problem.setDetail(fault.getMessage());
        return ResponseEntity.of(problem).build();
    }
}
