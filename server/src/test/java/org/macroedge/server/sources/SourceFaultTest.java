package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an answer of status 200 is that cannot be read, and that says in words why. The words of the Census Bureau and
/// of Stooq are composed after what their users report.
class SourceFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        <html><head><title>Invalid Key</title></head></html>  | true  | refuses the request: Invalid Key.
        <html><head><title>Missing Key</title></head></html>  | true  | refuses the request: Missing Key.
        Access denied                                         | true  | refuses the request: Access denied.
        Invalid apikey                                        | true  | refuses the request: Invalid apikey.
        {"error":{"message":"daily limit exceeded"}}          | true  | refuses the request: daily limit exceeded.
        {"error":{"message":"no such series"}}                | true  | is not understood: no such series.
        {"error":{"message":"no such series"}}                | false | refuses the request: no such series.
        <html><head><title>Down for repair</title></html>     | true  | is not understood: it has no rows.
        {"figures":[]}                                        | false | is not understood: it has no rows.
        """)
    void wordsOfThePublisherSayMoreThanThatItCannotBeRead(String body, boolean oneOfMany, String told) {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        Payload payload = new Payload("series X", body.getBytes(StandardCharsets.UTF_8), now);

        assertThat(SourceFault.notUnderstood("it has no rows").inWordsOf(payload, oneOfMany))
                .hasMessageContaining(told);
    }
}
