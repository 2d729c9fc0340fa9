package org.macroedge.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.platform.error.MacroEdgeException;

class CsvDialectsTest {

    private static final Export EXPORT = new Export(
            ExportOrigin.of("test", null, null, false, true),
            List.of(
                    Column.text("instrument", "An id"),
                    Column.instant("released_at", "An instant"),
                    Column.number("actual", "A number"),
                    Column.date("period", "A date"),
                    Column.text("note", "A text"),
                    Column.yesNo("corrected", "Whether")),
            () -> Stream.of(
                    Arrays.asList(
                            "EURUSD",
                            Instant.parse("2021-09-03T12:30:00Z"),
                            7.413E8,
                            LocalDate.of(2021, 8, 1),
                            "a;b, \"c\"\td",
                            true),
                    Arrays.asList(
                            "XAUUSD",
                            Instant.parse("2021-12-31T23:30:01.250Z"),
                            new BigDecimal("-0.30"),
                            null,
                            "=1+1",
                            false),
                    Arrays.asList("SPX", null, null, null, "-0.5", null)));

    private static String text(CsvDialect dialect, @Nullable String serverTime, BrokerSymbols symbols) {
        StringWriter out = new StringWriter();
        try {
            EXPORT.writeTo(
                    out,
                    ExportForm.of(
                            FormNames.REQUEST, ExportFormat.CSV, new ExportForm.Asked(dialect, serverTime, symbols)));
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        return out.toString();
    }

    private static BrokerSymbols symbols(@Nullable String list, @Nullable String suffix) {
        return BrokerSymbols.of(FormNames.REQUEST, list, suffix);
    }

    @Test
    void aSpreadsheetWithADecimalCommaHasSemicolonsADateAndAClockTime() {
        assertThat(text(CsvDialect.SPREADSHEET_DE, null, BrokerSymbols.NONE)).isEqualTo("""
            \uFEFFinstrument;released_at_date;released_at_time;actual;period;note;corrected
            EURUSD;2021-09-03;12:30:00;741300000;2021-08-01;"a;b, ""c""\td";true
            XAUUSD;2021-12-31;23:30:01,250;-0,3;;'=1+1;false
            SPX;;;;;-0.5;
            """);
    }

    @Test
    void aSpreadsheetWithADecimalPointHasCommas() {
        assertThat(text(CsvDialect.SPREADSHEET_EN, null, BrokerSymbols.NONE)).isEqualTo("""
            \uFEFFinstrument,released_at_date,released_at_time,actual,period,note,corrected
            EURUSD,2021-09-03,12:30:00,741300000,2021-08-01,"a;b, ""c""\td",true
            XAUUSD,2021-12-31,23:30:01.250,-0.3,,'=1+1,false
            SPX,,,,,-0.5,
            """);
    }

    /// New York has daylight saving time in September, so that its time plus seven hours is three ahead of UTC.
    @Test
    void metaTraderHasTabsItsServersClockAndItsBrokersSymbols() {
        assertThat(text(CsvDialect.METATRADER, "new-york+7", symbols("xauusd:GOLD", ".r")))
                .isEqualTo("instrument\treleased_at_server\tactual\tperiod\tnote\tcorrected\n"
                        + "EURUSD.r\t2021.09.03 15:30:00\t741300000\t2021.08.01\ta;b, \"c\" d\ttrue\n"
                        + "GOLD\t2022.01.01 01:30:01\t-0.3\t\t=1+1\tfalse\n"
                        + "SPX.r\t\t\t\t-0.5\t\n");
        assertThat(text(CsvDialect.METATRADER, "+00:00", BrokerSymbols.NONE)).contains("EURUSD\t2021.09.03 12:30:00\t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parquet | spreadsheet-de |       |        |    |"
                        + " dialect spreadsheet-de is a form of CSV, and the format is parquet",
                "csv     | metatrader     |       |        |    | dialect metatrader needs serverTime",
                "csv     | metatrader     | noon  |        |    | Invalid value for serverTime: \"noon\"",
                "csv     | plain          | +02:00|        |    | serverTime applies to dialect metatrader only",
                "csv     | spreadsheet-de |       | SPX:US500 | | symbols applies to dialect metatrader only",
                "csv     | plain          |       |        | .r | symbolSuffix applies to dialect metatrader only"
            })
    void whatDoesNotGoTogetherIsRefused(
            String format, String dialect, String serverTime, String list, String suffix, String message) {
        assertThatThrownBy(() -> ExportForm.of(
                        FormNames.REQUEST,
                        ExportFormat.valueOf(format.toUpperCase()),
                        new ExportForm.Asked(
                                CsvDialect.valueOf(dialect.toUpperCase().replace('-', '_')),
                                serverTime,
                                symbols(list, suffix))))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EURUSD            |      | Invalid value for symbols: \"EURUSD\". Write instruments",
                "EURUSD:a,         |      | Invalid value for symbols",
                "EURUSD:a,eurusd:b |      | Invalid value for symbols: \"eurusd:b\". Write each instrument once",
                "EURUSD:a b        |      | Invalid value for symbols",
                "                  | a\tb | Invalid value for symbolSuffix"
            })
    void symbolsOfAnotherFormAreRefused(String list, String suffix, String message) {
        assertThatThrownBy(() -> symbols(list, suffix))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageStartingWith(message);
    }
}
