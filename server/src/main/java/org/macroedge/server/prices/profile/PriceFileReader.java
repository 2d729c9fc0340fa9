package org.macroedge.server.prices.profile;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.prices.profile.PriceProfile.Meaning;
import org.macroedge.server.prices.profile.PriceProfile.SymbolFrom;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowFault.Reason;
import org.macroedge.server.releases.intake.RowMessage;
import org.macroedge.server.releases.profile.CalendarFile;
import org.macroedge.server.releases.profile.FileTables;
import org.macroedge.server.releases.profile.SpreadsheetText;
import org.macroedge.server.releases.profile.StorableText;
import org.macroedge.server.releases.profile.table.Table;
import org.macroedge.server.releases.profile.table.TableRow;
import org.macroedge.server.releases.profile.table.Tables;

/// Reads one file of prices by a profile, one row at a time.
public final class PriceFileReader {

    /// Dates that an answer can be asked for.
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /// A single row that cannot be read says nothing of the profile.
    private static final int FEWEST_ROWS = 2;

    private final PriceProfile profile;
    private final SeriesFinder finder;
    private final Instant now;
    private final CalendarFile file;
    private final PriceConsumer prices;
    private final PriceNumbers numbers;
    private final PriceColumns columns;
    private final Map<PriceSeries, DateOrder> orders = new LinkedHashMap<>();
    private String symbol;
    private @Nullable PriceSeries series;
    private long read;
    private long misfits;
    private @Nullable RowFault firstMisfit;

    private PriceFileReader(
            PriceProfile profile,
            SeriesFinder finder,
            Instant now,
            CalendarFile file,
            PriceColumns columns,
            PriceConsumer prices) {
        this.profile = profile;
        this.finder = finder;
        this.now = now;
        this.file = file;
        this.columns = columns;
        this.prices = prices;
        this.numbers = new PriceNumbers(profile.decimal());
        this.symbol = profile.symbolFrom() == SymbolFrom.COLUMN_NAME ? columns.name(Meaning.CLOSE) : file.title();
    }

    /// Reads a file.
    ///
    /// @param now closes of later instants are faulty
    /// @return how many rows it has
    /// @throws MacroEdgeException with `file-fault`, naming file and line, where it is not what the profile
    /// describes
    public static long read(
            CalendarFile file, PriceProfile profile, SeriesFinder finder, Instant now, PriceConsumer prices) {
        PriceColumns columns = FileTables.read(
                file, bytes -> PriceColumns.of(profile, file.name(), Tables.names(bytes, profile.layout())));
        PriceFileReader reader = new PriceFileReader(profile, finder, now, file, columns, prices);
        return FileTables.read(file, reader::read);
    }

    private long read(InputStream bytes) throws IOException {
        try (Table table = Tables.open(bytes, profile.layout(), columns.wanted())) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                if (!isOfHeader(row)) {
                    read++;
                    read(row);
                }
            }
        }
        RowFault misfit = firstMisfit;
        if (misfit != null && read >= FEWEST_ROWS && misfits == read) {
            throw FileTables.noRowFits(file, misfit);
        }
        if (read == 0) {
            prices.finding(new Finding(FindingKind.HEADER_ONLY, "", 1, file.name(), 1, null));
        }
        orders.values().forEach(order -> order.report(file.name(), prices));
        return read;
    }

    /// A row of the header below the first; one of them may name the symbol.
    private boolean isOfHeader(TableRow row) {
        if (profile.skipped().isEmpty() || row.mismatch() != null) {
            return false;
        }
        String date = cell(row, Meaning.DATE);
        if (!profile.skipped().contains(date)) {
            return false;
        }
        if (date.equals(profile.symbolRow())) {
            symbol = cell(row, Meaning.CLOSE);
            series = null;
        }
        return true;
    }

    private void read(TableRow row) {
        if (row.mismatch() != null) {
            misfit(new RowFault(
                    file.name(),
                    row.line(),
                    row.mismatch().reason(),
                    row.mismatch().message(),
                    raw(row)));
        } else if (row.cells().stream().allMatch(StorableText::is)) {
            String text = cell(row, Meaning.DATE);
            LocalDate date = date(text);
            if (date == null) {
                misfit(PriceRowMessage.UNREADABLE_DATE.fault(file.name(), row.line(), raw(row), text));
            } else {
                read(row, date);
            }
        } else {
            prices.fault(new RowFault(
                    file.name(), row.line(), Reason.UNSTORABLE_TEXT, RowMessage.UNSTORABLE_TEXT.text(), raw(row)));
        }
    }

    private void misfit(RowFault fault) {
        misfits++;
        firstMisfit = firstMisfit == null ? fault : firstMisfit;
        prices.fault(fault);
    }

    private @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, profile.date());
        } catch (DateTimeException other) {
            return null;
        }
    }

    private void read(TableRow row, LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            prices.fault(PriceRowMessage.DATE_OUT_OF_RANGE.fault(
                    file.name(), row.line(), raw(row), date, FIRST.getYear(), LAST.getYear()));
            return;
        }
        Optional<PriceSeries> found = series(row);
        if (found.isEmpty()) {
            prices.unmapped(cell(row, Meaning.INSTRUMENT));
            return;
        }
        orders.computeIfAbsent(found.get(), of -> new DateOrder()).note(date, row.line());
        if (profile.missing().contains(cell(row, Meaning.CLOSE))) {
            prices.closed(found.get(), date);
        } else {
            readPrices(row, found.get(), date);
        }
    }

    private Optional<PriceSeries> series(TableRow row) {
        if (profile.symbolFrom() == SymbolFrom.INSTRUMENT) {
            return finder.ofInstrument(cell(row, Meaning.INSTRUMENT));
        }
        PriceSeries known = series;
        if (known == null) {
            known = finder.ofSymbol(file.name(), symbol);
            series = known;
        }
        return Optional.of(known);
    }

    private void readPrices(TableRow row, PriceSeries of, LocalDate date) {
        Map<Meaning, BigDecimal> read = new EnumMap<>(Meaning.class);
        for (Meaning meaning : List.of(Meaning.OPEN, Meaning.HIGH, Meaning.LOW, Meaning.CLOSE)) {
            String text = cell(row, meaning);
            if (text.isEmpty() || profile.missing().contains(text)) {
                continue;
            }
            Optional<BigDecimal> number = numbers.read(text);
            if (number.isEmpty()) {
                misfit(PriceRowMessage.UNREADABLE_PRICE.fault(
                        file.name(), row.line(), raw(row), columns.name(meaning), text));
                return;
            }
            read.put(meaning, number.get());
        }
        take(row, of, date, read);
    }

    private void take(TableRow row, PriceSeries of, LocalDate date, Map<Meaning, BigDecimal> read) {
        BigDecimal close = read.remove(Meaning.CLOSE);
        if (close == null) {
            misfit(PriceRowMessage.UNREADABLE_PRICE.fault(
                    file.name(), row.line(), raw(row), columns.name(Meaning.CLOSE), ""));
        } else {
            Bar bar = new Bar(read.get(Meaning.OPEN), read.get(Meaning.HIGH), read.get(Meaning.LOW), close);
            PriceRowCheck.take(new PriceRow(of, date, bar, file.name(), row.line(), row.raw()), now, prices);
        }
    }

    private String cell(TableRow row, Meaning meaning) {
        int place = columns.place(meaning);
        return place < 0 ? "" : SpreadsheetText.unguarded(row.cells().get(place).strip());
    }

    private static String raw(TableRow row) {
        return StorableText.of(row.raw().get());
    }
}
