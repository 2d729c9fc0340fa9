package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadyReadsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "request-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aRequestHasAReadyAnswerOrNot(String rule, String text, boolean ready) {
        String[] parts = text.split(" @ ");
        String[] line = parts[0].split("[ ?]", 3);
        MockHttpServletRequest request = new MockHttpServletRequest(line[0], line[1]);
        request.setQueryString(line.length > 2 ? line[2] : null);
        for (int index = 1; index < parts.length; index++) {
            String[] header = parts[index].split(": ", 2);
            request.addHeader(header[0], header[1]);
        }

        assertThat(ReadyReads.address(request)).as(rule).isEqualTo(ready ? line[1] : null);
    }
}
