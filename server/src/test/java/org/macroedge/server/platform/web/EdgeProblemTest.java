package org.macroedge.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EdgeProblemTest {

    @Test
    void everyStatusOfTheWebServerHasAProblem() {
        for (EdgeProblem problem : EdgeProblem.values()) {
            assertThat(EdgeProblem.of(problem.code().status())).isEqualTo(problem);
            assertThat(problem.view("/").detail()).isNotEmpty();
        }
        assertThat(EdgeProblem.of(402)).isEqualTo(EdgeProblem.INVALID);
        assertThat(EdgeProblem.of(599)).isEqualTo(EdgeProblem.INTERNAL);
    }
}
