package org.macroedge.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.messages.LogLines;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class ProblemsTest {

    @Test
    void anUnexpectedFaultNamesItsRequestAndNothingOfItself() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setHeader("X-Request-Id", "r-7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest(), response));
        try (LogLines lines = LogLines.open()) {
            ProblemDetail problem =
                    Problems.internal(new IllegalStateException("secret")).getBody();

            assertThat(problem).isNotNull();
            DeclaredMessages.assertSeen("RequestProblem.INTERNAL", String.valueOf(problem.getDetail()));
            lines.assertSeen("LogMessage.REQUEST_FAILED");
            assertThat(problem.getDetail()).contains("r-7").doesNotContain("secret");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void aClientThatLeavesBeforeTheEndOfItsAnswerIsNoFault() {
        try (LogLines lines = LogLines.open()) {
            assertThat(new Problems().unexpected(new IllegalStateException(new EofException("Broken pipe"))))
                    .isNull();
            assertThat(lines.lines()).isEmpty();
        }
    }
}
