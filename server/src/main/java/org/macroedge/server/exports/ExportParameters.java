package org.macroedge.server.exports;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.macroedge.server.eventrisk.ServerTime;

/// What the API says about the parameters that say how an export is written.
final class ExportParameters {

    private ExportParameters() {}

    /// The format, of every export.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "CSV, or with typed columns Parquet, XLSX or a file of Arrow IPC. By default what `Accept`"
                    + " asks for, else CSV.",
            example = "csv",
            schema = @Schema(allowableValues = {"csv", "parquet", "xlsx", "arrow"}))
    @interface Format {}

    /// The dialect of CSV, of every export.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "For which reader CSV is written. `plain`: for programs. `spreadsheet-de`: for a spreadsheet"
                    + " with a decimal comma, opened by a double click; `spreadsheet-en`: with a decimal point."
                    + " `metatrader`: for MQL5, with `serverTime`.",
            example = "spreadsheet-de",
            schema =
                    @Schema(
                            allowableValues = {"plain", "spreadsheet-en", "spreadsheet-de", "metatrader"},
                            defaultValue = "plain"))
    @interface Dialect {}

    /// The clock of a trading server, of every export.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "With dialect `metatrader`: the clock of the trading server: an offset from UTC such as"
                    + " +02:00, Europe/Athens, or new-york+7.",
            example = "new-york+7",
            schema =
                    @Schema(type = "string", description = ServerTime.WORDS, maxLength = 13, pattern = ServerTime.FORM))
    @interface ServerClock {}

    /// The symbols of a broker, of every export with instruments.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "With dialect `metatrader`: what the broker calls instruments. By default their ids.",
            example = BrokerSymbols.EXAMPLE,
            schema =
                    @Schema(
                            type = "string",
                            description = BrokerSymbols.WORDS,
                            maxLength = BrokerSymbols.LONGEST,
                            pattern = BrokerSymbols.FORM))
    @interface Symbols {}

    /// The ending of a broker's symbols, of every export with instruments.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "With dialect `metatrader`: what the broker adds to the id of every other instrument.",
            example = BrokerSymbols.SUFFIX_EXAMPLE,
            schema =
                    @Schema(
                            type = "string",
                            description = BrokerSymbols.SUFFIX_WORDS,
                            maxLength = 16,
                            pattern = BrokerSymbols.SUFFIX_FORM))
    @interface SymbolSuffix {}

    /// The columns, of every export.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "Some columns, with commas between them, in this order; by default all.")
    @interface Columns {}
}
