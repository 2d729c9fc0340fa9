package org.macroedge.server.exports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.eventrisk.ServerTime;
import org.macroedge.server.platform.error.MacroEdgeException;

/// How an export is written.
///
/// @param dialect of CSV; plain for other formats
/// @param serverTime the clock of a trading server; null except for MetaTrader
/// @param symbols of the broker; none except for MetaTrader
public record ExportForm(
        ExportFormat format, CsvDialect dialect, @Nullable ServerTime serverTime, BrokerSymbols symbols) {

    /// CSV for programs.
    public static final ExportForm PLAIN = of(ExportFormat.CSV);

    /// What is asked for beside the format.
    ///
    /// @param serverTime as a user writes it; null for none
    public record Asked(CsvDialect dialect, @Nullable String serverTime, BrokerSymbols symbols) {

        /// Of an export without instruments.
        public Asked(CsvDialect dialect, @Nullable String serverTime) {
            this(dialect, serverTime, BrokerSymbols.NONE);
        }
    }

    /// A format without anything else.
    static ExportForm of(ExportFormat format) {
        return new ExportForm(format, CsvDialect.PLAIN, null, BrokerSymbols.NONE);
    }

    /// @throws MacroEdgeException with `invalid-request` where one does not go with another, or has another form
    public static ExportForm of(FormNames names, ExportFormat format, Asked asked) {
        CsvDialect dialect = asked.dialect();
        if (format != ExportFormat.CSV && dialect != CsvDialect.PLAIN) {
            throw ExportMessage.DIALECT_OF_CSV.exception(names.dialect(), dialect, format);
        }
        if (dialect == CsvDialect.METATRADER) {
            if (asked.serverTime() == null) {
                throw ExportMessage.NO_SERVER_TIME.exception(names.dialect(), names.serverTime());
            }
            return new ExportForm(
                    format, dialect, ServerTime.of(names.serverTime(), asked.serverTime()), asked.symbols());
        }
        refuse(names, names.serverTime(), asked.serverTime() != null);
        refuse(names, names.symbols(), !asked.symbols().instruments().isEmpty());
        refuse(names, names.symbolSuffix(), !asked.symbols().suffix().isEmpty());
        return new ExportForm(format, dialect, null, BrokerSymbols.NONE);
    }

    private static void refuse(FormNames names, String name, boolean given) {
        if (given) {
            throw ExportMessage.OF_METATRADER.exception(name, names.dialect());
        }
    }

    ServerTime demandedServerTime() {
        return Objects.requireNonNull(serverTime, "the clock of the trading server");
    }

    /// A text that is the same only where the form is.
    String key() {
        return format.code() + " " + dialect.code() + " " + serverTime + " " + symbols;
    }
}
