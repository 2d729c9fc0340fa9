package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.error.MacroEdgeException;

class ExportTest {

    private static final ExportOrigin ORIGIN = ExportOrigin.of("test", null, null, false, true);
    private static final Export EXPORT = new Export(
            ORIGIN,
            List.of(Column.text("what", "A name"), Column.count("value", "A number")),
            () -> Stream.of(Arrays.asList("a", 1), Arrays.asList(null, 2)));

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
    void aNumberHasNoExponent() {
        assertThat(Csv.line(List.of(1.25e-7, 1e21, -4.9e-324, 0.1, -2.0)))
                .startsWith("0.000000125,1000000000000000000000,-0.0000")
                .endsWith("49,0.1,-2.0\n")
                .doesNotContain("E");
    }

    @Test
    void someColumnsComeInTheOrderInWhichTheyAreNamed() {
        assertThat(ExportText.of(EXPORT)).isEqualTo("what,value\na,1\n,2\n");
        assertThat(ExportText.of(EXPORT.select("columns", "value, what"))).isEqualTo("value,what\n1,a\n2,\n");
        assertThat(ExportText.of(EXPORT.select("columns", null))).isEqualTo(ExportText.of(EXPORT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "z          | Invalid value for columns: \"z\". Allowed values: what, value",
                "what,      | Invalid value for columns: \"\". Allowed values: what, value",
                "what,what  | Invalid value for columns: \"what\". Write each column once, such as what,value"
            })
    void aColumnThatIsUnknownOrComesTwiceIsRefused(String columns, String message) {
        assertThatThrownBy(() -> EXPORT.select("columns", columns))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessage(message);
    }

    @Test
    void equalRowsGiveEqualBytesInEachFormat() throws IOException {
        for (ExportFormat format : ExportFormat.values()) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            ByteArrayOutputStream other = new ByteArrayOutputStream();
            EXPORT.writeTo(one, ExportForm.of(format));
            EXPORT.writeTo(other, ExportForm.of(format));
            assertThat(one.toByteArray()).as(format.code()).isNotEmpty().isEqualTo(other.toByteArray());
        }
    }

    @Test
    void aFaultHalfwayIsAFaultOfTheWhole() {
        Export faulty = new Export(
                ORIGIN,
                List.of(Column.text("what", "A name")),
                () -> Stream.of("a", "b").map(text -> {
                    if (text.equals("b")) {
                        throw new IllegalStateException("planted");
                    }
                    return Arrays.asList(text);
                }));

        for (ExportFormat format : ExportFormat.values()) {
            assertThatThrownBy(() -> faulty.writeTo(OutputStream.nullOutputStream(), ExportForm.of(format)))
                    .as(format.code())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("planted");
        }
    }
}
