package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReadyReadsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "request-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aRequestHasAReadyAnswerOrNot(String rule, String text, boolean ready) {
        String[] parts = text.split(" @ ");
        String[] line = parts[0].split("[ ?]", 3);
        HttpFields.Mutable headers = HttpFields.build();
        for (int index = 1; index < parts.length; index++) {
            String[] header = parts[index].split(": ", 2);
            headers.add(header[0], header[1]);
        }
        HttpURI uri = HttpURI.from(parts[0].split(" ", 2)[1]);

        assertThat(ReadyReads.address(line[0], uri, headers.asImmutable()))
                .as(rule)
                .isEqualTo(ready ? line[1] : null);
    }
}
