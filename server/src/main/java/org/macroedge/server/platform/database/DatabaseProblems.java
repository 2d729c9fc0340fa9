package org.macroedge.server.platform.database;

import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers requests that the database failed: 503 while it is down, 507 where its disk is full.
@ServerOnly
@RestControllerAdvice
@Order(0) // before the advice that answers for every other exception
class DatabaseProblems {

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> failed(RuntimeException fault) {
        MacroEdgeException known = DatabaseFaults.of(fault).orElse(null);
        if (known == null) {
            return Problems.internal(fault);
        }
        return Problems.answer(known.code(), known.getMessage());
    }
}
