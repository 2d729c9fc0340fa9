package org.macroedge.server.prices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.prices.profile.PriceConsumer;
import org.macroedge.server.prices.profile.PriceFileMessage;
import org.macroedge.server.prices.profile.PriceRow;
import org.macroedge.server.prices.profile.PriceRowMessage;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.FindingCollector;
import org.macroedge.server.releases.intake.FindingKind;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.profile.StorableText;

/// What the files of an import say: one row for each day of each series. Two rows of one day with the same
/// prices are one; with different prices, neither counts.
final class ReadPrices implements PriceConsumer {

    static final int MOST_ROWS = 1_000_000;

    private static final int ROWS_PER_REPORT = 1_000;

    private final int most;
    private final ImportProgress progress;
    private final Map<PriceSeries, NavigableMap<LocalDate, List<PriceRow>>> rows = new LinkedHashMap<>();
    private final Map<PriceSeries, Set<LocalDate>> closed = new HashMap<>();
    private final Map<String, Long> unmapped = new TreeMap<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final FindingCollector findings = FindingCollector.empty();
    private long prices;
    private long ignored;
    private long others;
    private long repeated;

    ReadPrices(ImportProgress progress) {
        this(progress, MOST_ROWS);
    }

    /// @param most rows with prices
    ReadPrices(ImportProgress progress, int most) {
        this.progress = progress;
        this.most = most;
    }

    @Override
    public void price(PriceRow row) {
        if (++prices > most) {
            throw PriceFileMessage.TOO_MANY_ROWS.exception(most);
        }
        rows.computeIfAbsent(row.series(), series -> new TreeMap<>())
                .computeIfAbsent(row.date(), date -> new ArrayList<>(1))
                .add(row);
        report();
    }

    @Override
    public void closed(PriceSeries series, LocalDate date) {
        ignored++;
        closed.computeIfAbsent(series, of -> new HashSet<>()).add(date);
        report();
    }

    @Override
    public void unmapped(String instrument) {
        unmapped.merge(instrument, 1L, Long::sum);
        others++;
        report();
    }

    @Override
    public void fault(RowFault fault) {
        faults.add(fault);
        others++;
        report();
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    private void report() {
        if (read() % ROWS_PER_REPORT == 0) {
            progress.read(read());
        }
    }

    /// How many rows were read.
    long read() {
        return prices + ignored + others;
    }

    long ignored() {
        return ignored;
    }

    long repeated() {
        return repeated;
    }

    Map<String, Long> unmapped() {
        return unmapped;
    }

    List<RowFault> faults() {
        return faults;
    }

    FindingCollector findings() {
        return findings;
    }

    /// Days that the files say have no close.
    Set<LocalDate> closed(PriceSeries series) {
        return closed.getOrDefault(series, Set.of());
    }

    /// Removes and returns the row of each day, by series. To be called once, when all files are read.
    Map<PriceSeries, NavigableMap<LocalDate, PriceRow>> days() {
        Map<PriceSeries, NavigableMap<LocalDate, PriceRow>> days =
                new TreeMap<>(Comparator.comparing(PriceSeries::instrument)
                        .thenComparing(PriceSeries::source)
                        .thenComparing(PriceSeries::symbol));
        rows.forEach((series, read) -> days.put(series, days(read)));
        rows.clear();
        return days;
    }

    private NavigableMap<LocalDate, PriceRow> days(Map<LocalDate, List<PriceRow>> read) {
        NavigableMap<LocalDate, PriceRow> days = new TreeMap<>();
        read.forEach((date, same) -> {
            if (same.stream().map(PriceRow::bar).distinct().count() == 1) {
                days.put(date, same.getFirst());
                same.stream().skip(1).forEach(this::repeat);
            } else {
                same.forEach(row -> faults.add(contradicted(row, same)));
            }
        });
        return days;
    }

    private void repeat(PriceRow row) {
        repeated++;
        findings.add(new Finding(
                FindingKind.REPEATED_DATE, row.series().instrument().value(), 1, row.file(), row.line(), null));
    }

    private static RowFault contradicted(PriceRow row, List<PriceRow> same) {
        PriceRow other = same.stream()
                .filter(candidate -> !candidate.bar().equals(row.bar()))
                .findFirst()
                .orElseThrow();
        return PriceRowMessage.TWO_PRICES.fault(
                row.file(),
                row.line(),
                StorableText.of(row.raw().get()),
                row.series().instrument(),
                row.date(),
                other.bar().close().toPlainString(),
                other.file() + ":" + other.line());
    }
}
