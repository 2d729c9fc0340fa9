package org.macroedge.server.releases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;

/// Reads calendar files by a profile.
///
/// A row without a clock time is known at the catalogue's release time for its date, never at midnight. Rows of the
/// next year at the end of a file move there, and count as unchanged where that year's file has them too. One
/// reader reads once.
public final class CalendarReader {

    private static final Comparator<ObservedRelease> IN_ORDER = Comparator.comparing(ObservedRelease::releasedAt)
            .thenComparing(ObservedRelease::indicator)
            .thenComparing(ObservedRelease::releaseId);

    private final CalendarProfile profile;
    private final CalendarValues values;
    private final Map<String, List<CalendarProfile.Title>> titles = new HashMap<>();
    private final Map<Row, Integer> rows = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<ObservedRelease> releases = new ArrayList<>();
    private final Map<String, Long> unmappedTitles = new TreeMap<>();
    private final List<String> quarantine = new ArrayList<>();
    private long read;
    private long ignored;
    private long unmapped;
    private long unchanged;
    private long scheduled;

    /// What makes two rows the same.
    private record Row(
            Indicator indicator,
            Instant at,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal forecast) {}

    public CalendarReader(CalendarProfile profile) {
        this.profile = profile;
        this.values = new CalendarValues(profile.suffixes());
        for (CalendarProfile.Title title : profile.titles()) {
            titles.computeIfAbsent(title.area() + '|' + title.title(), key -> new ArrayList<>())
                    .add(title);
        }
    }

    /// Reads files in the order given.
    ///
    /// @throws IOException naming the file that cannot be read; nothing is answered then
    public CalendarContent read(List<Path> files) throws IOException {
        List<Pending> spilled = new ArrayList<>();
        for (Path file : files) {
            read(file, spilled);
        }
        spilled.forEach(this::accept);
        releases.sort(IN_ORDER);
        return new CalendarContent(
                List.copyOf(releases),
                read,
                ignored,
                unmapped,
                quarantine.size(),
                unchanged,
                scheduled,
                unmappedTitles,
                quarantine);
    }

    private record Pending(
            String place, NamedCsvRecord cells, @Nullable LocalDateTime stated) {}

    private void read(Path file, List<Pending> spilled) throws IOException {
        LocalDate latest = LocalDate.EPOCH;
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord cells : records) {
                read++;
                LocalDateTime stated = stated(cells);
                boolean spill = stated != null && stated.toLocalDate().isBefore(latest.minusDays(profile.spillDays()));
                String place = file.getFileName() + ":" + cells.getStartingLineNumber();
                if (spill && stated != null) {
                    spilled.add(new Pending(place, cells, stated.plusYears(1)));
                    continue;
                }
                latest = stated == null || stated.toLocalDate().isBefore(latest) ? latest : stated.toLocalDate();
                accept(new Pending(place, cells, stated));
            }
        } catch (java.util.NoSuchElementException fault) {
            throw new IOException(file + ": " + fault.getMessage(), fault);
        }
    }

    private @Nullable LocalDateTime stated(NamedCsvRecord cells) {
        try {
            return LocalDateTime.parse(cell(cells, "instant"), profile.pattern());
        } catch (DateTimeException fault) {
            return null;
        }
    }

    private String cell(NamedCsvRecord cells, String meaning) {
        String column = profile.columns().get(meaning);
        return column == null ? "" : cells.getField(column).strip();
    }

    private void accept(Pending row) {
        String area = cell(row.cells(), "area");
        String title = cell(row.cells(), "title");
        Optional<BigDecimal> actual = values.number(cell(row.cells(), "actual"));
        Optional<BigDecimal> forecast = values.number(cell(row.cells(), "forecast"));
        Optional<BigDecimal> previous = values.number(cell(row.cells(), "previous"));
        LocalDateTime stated = row.stated();
        Indicator indicator = stated == null ? null : indicator(area, title, stated.toLocalDate());
        if (stated == null) {
            quarantine.add(row.place() + ": instant \"" + cell(row.cells(), "instant")
                    + "\" does not fit the profile's pattern");
        } else if (indicator == null && actual.isEmpty() && forecast.isEmpty() && previous.isEmpty()) {
            ignored++;
        } else if (indicator == null) {
            unmapped++;
            unmappedTitles.merge(area + " " + title, 1L, Long::sum);
        } else if (actual.isEmpty() && !cell(row.cells(), "actual").isEmpty()) {
            quarantine.add(row.place() + ": actual \"" + cell(row.cells(), "actual") + "\" is not a number");
        } else if (actual.isEmpty()) {
            scheduled++;
        } else {
            release(row, stated, indicator, actual.get(), forecast.orElse(null), previous.orElse(null));
        }
    }

    private @Nullable Indicator indicator(String area, String title, LocalDate date) {
        for (CalendarProfile.Title candidate : titles.getOrDefault(area + '|' + title, List.of())) {
            if (candidate.means(area, title, date)) {
                return candidate.indicator();
            }
        }
        return null;
    }

    private void release(
            Pending row,
            LocalDateTime stated,
            Indicator indicator,
            BigDecimal actual,
            @Nullable BigDecimal forecast,
            @Nullable BigDecimal previous) {
        String clock = cell(row.cells(), "clock");
        boolean dateOnly = profile.dateOnly().contains(clock) || clock.chars().noneMatch(c -> c == ':');
        Instant at = dateOnly
                ? indicator.knownAt(stated.toLocalDate())
                : stated.atZone(profile.zone()).toInstant();
        if (rows.merge(new Row(indicator, at, strip(actual), strip(forecast)), 1, Integer::sum) > 1) {
            unchanged++;
            return;
        }
        Set<Mark> marks = EnumSet.of(Mark.IMPORTED);
        if (dateOnly) {
            marks.add(Mark.DATE_ONLY);
        }
        releases.add(new ObservedRelease(
                id(indicator, at),
                indicator.id(),
                at,
                null,
                false,
                actual,
                previous,
                profile.source(),
                forecast == null
                        ? List.of()
                        : List.of(new ObservedForecast(profile.forecastKind(), forecast, profile.source(), 1, null)),
                marks));
    }

    private static @Nullable BigDecimal strip(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private String id(Indicator indicator, Instant at) {
        LocalDate local = at.atZone(indicator.release().getFirst().zone()).toLocalDate();
        String first = indicator.id() + "@" + local;
        String id = first;
        for (int n = 2; !ids.add(id); n++) {
            id = first + "." + n;
        }
        return id;
    }
}
