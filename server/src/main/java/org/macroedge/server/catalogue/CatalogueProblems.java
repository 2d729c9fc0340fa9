package org.macroedge.server.catalogue;

import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Reports the faults of a file that a request reads. Requests read only profiles; the catalogue is read at start-up.
@ServerOnly
@RestControllerAdvice
@Order(0) // before the advice that answers for every other exception
class CatalogueProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(CatalogueException fault) {
        return Problems.answer(ProblemCode.PROFILE_FAULT, fault.getMessage());
    }
}
