package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;

class ExportTest {

    private static final List<String> COLUMNS = List.of("what", "value");

    @Test
    void aRowIsUnroundedAndQuotedOnlyWhereItMustBe() {
        assertThat(Csv.line(Arrays.asList(
                        "us-cpi",
                        Instant.parse("2021-09-03T12:30:00Z"),
                        null,
                        new BigDecimal("2.3500E5"),
                        new BigDecimal("0.00"),
                        -2.751234567890123)))
                .isEqualTo("us-cpi,2021-09-03T12:30:00Z,,235000,0,-2.751234567890123\n");
        assertThat(Csv.line(List.of("a,b", "say \"so\"", "two\nlines", "plain text")))
                .isEqualTo("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",plain text\n");
        assertThat(Csv.line(Arrays.asList(null, null))).isEqualTo(",\n");
    }

    @Test
    void aTextThatBeginsLikeAFormulaDoesNotRunInASpreadsheet() {
        assertThat(Csv.line(List.of("=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "'=x", "' x", "a=b", "")))
                .isEqualTo("'=1+1,'+SUM(A1),'-2+3,'@x,'\tx,''=x,' x,a=b,\n");
        assertThat(Csv.line(List.of("\r=1", "=\"a\",1"))).isEqualTo("\"'\r=1\",\"'=\"\"a\"\",1\"\n");
        assertThat(Csv.line(List.of("-0.3", new BigDecimal("-0.3"), -0.3, "+1E-7", "-")))
                .isEqualTo("-0.3,-0.3,-0.3,+1E-7,'-\n");
    }

    @Test
    void equalBytesHaveOneTagAndOthersAnother() throws IOException {
        Export one = new Export(COLUMNS, () -> Stream.of(List.of("a", 1)));
        assertThat(ExportText.of(one)).isEqualTo("what,value\na,1\n");
        assertThat(one.tag()).isEqualTo(new Export(COLUMNS, () -> Stream.of(List.of("a", 1))).tag());
        assertThat(one.tag()).isNotEqualTo(new Export(COLUMNS, () -> Stream.of(List.of("a", 2))).tag());
    }

    @Test
    void aFaultHalfwayBreaksOffAndIsNotARow() {
        Export faulty = new Export(
                COLUMNS,
                () -> Stream.of("a", "b").map(text -> {
                    if (text.equals("b")) {
                        throw new IllegalStateException("planted");
                    }
                    return List.of(text, 1);
                }));
        ByteArrayOutputStream body = new ByteArrayOutputStream();

        assertThatThrownBy(() -> new ExportConverter().writeInternal(faulty, message(body)))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("planted");

        assertThat(body.toString(StandardCharsets.UTF_8)).doesNotContain("planted");
    }

    private static HttpOutputMessage message(OutputStream body) {
        return new HttpOutputMessage() {
            @Override
            public OutputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        };
    }
}
