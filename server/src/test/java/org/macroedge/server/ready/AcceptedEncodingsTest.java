package org.macroedge.server.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AcceptedEncodingsTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "encoding-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aHeaderAcceptsGzipOrNot(String rule, @Nullable String header, boolean gzip) {
        assertThat(AcceptedEncodings.haveGzip(header)).as(rule).isEqualTo(gzip);
    }
}
