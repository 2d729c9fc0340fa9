package org.macroedge.server.sources.ecb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.sdmx.SdmxCodes;
import org.macroedge.server.sources.series.DatedFigure;
import org.macroedge.server.sources.series.Periods;
import org.macroedge.server.sources.series.PlainText;
import org.macroedge.server.sources.series.RealTimeHistory;
import org.macroedge.server.sources.series.RealTimeWindow;

/// Reads the versions of one series: a row for each figure that a period has had, with the instants between which it
/// stood. A day of the history has the figures of its first publication in Frankfurt.
final class EcbHistoryAnswer {

    private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

    private static final String DELETION = "Delete";

    private final String key;
    private final Frequency frequency;
    private final RealTimeWindow window;
    private final Instant fetchedAt;
    private final NavigableMap<LocalDate, NavigableMap<Instant, Version>> periods = new TreeMap<>();

    private EcbHistoryAnswer(String key, Frequency frequency, RealTimeWindow window, Instant fetchedAt) {
        this.key = key;
        this.frequency = frequency;
        this.window = window;
        this.fetchedAt = fetchedAt;
    }

    /// @param value null where it was missing or taken back
    /// @param to null of one that still stands
    private record Version(
            @Nullable BigDecimal value, @Nullable Instant to) {}

    static RealTimeHistory read(Payload payload, String key, Frequency frequency, RealTimeWindow window) {
        String text = PlainText.of(payload.body());
        PlainText.checkQuotes(text, "it");
        EcbHistoryAnswer answer = new EcbHistoryAnswer(key, frequency, window, payload.fetchedAt());
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(answer::add);
        } catch (CsvParseException | NoSuchElementException | IOException unreadable) {
            throw SourceFault.notUnderstood("it is not SDMX-CSV with KEY, FREQ, VALID_FROM and VALID_TO");
        }
        List<DatedFigure> figures = answer.figures();
        if (figures.stream().allMatch(figure -> figure.value() == null)) {
            throw SourceFault.noRows();
        }
        return RealTimeHistory.of(figures, window);
    }

    private void add(NamedCsvRecord row) {
        if (!row.getField("KEY").equals(key) || SdmxCodes.frequency(row.getField("FREQ")) != frequency) {
            throw SourceFault.notUnderstood(row.getField("KEY") + " by " + row.getField("FREQ") + " was not asked for");
        }
        LocalDate period = Periods.firstDay(row.getField("TIME_PERIOD"), frequency);
        Instant from = instant(row.getField("VALID_FROM"));
        String until = row.getField("VALID_TO");
        Instant to = until.isEmpty() ? null : instant(until);
        if (from.isAfter(fetchedAt) || to != null && to.isBefore(from) || period.isBefore(window.observationsFrom())) {
            throw SourceFault.notUnderstood("the figure of " + period + " from " + from + " was not asked for");
        }
        NavigableMap<Instant, Version> versions = periods.computeIfAbsent(period, first -> new TreeMap<>());
        if (versions.put(from, new Version(value(row), to)) != null) {
            throw SourceFault.notUnderstood("two figures of " + period + " stand from " + from);
        }
    }

    private static @Nullable BigDecimal value(NamedCsvRecord row) {
        String text = row.getField("OBS_VALUE");
        return switch (row.getField("ACTION")) {
            case DELETION -> null;
            case "Replace", "Append" -> SdmxCodes.figure(text);
            default -> throw SourceFault.notUnderstood("action \"" + row.getField("ACTION") + "\"");
        };
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noInstant) {
            throw SourceFault.notUnderstood("\"" + text + "\" is not an instant");
        }
    }

    private List<DatedFigure> figures() {
        Map<LocalDate, Instant> published = new TreeMap<>();
        periods.values()
                .forEach(versions -> versions.keySet()
                        .forEach(from -> published.merge(day(from), minute(from), EcbHistoryAnswer::earlier)));
        List<DatedFigure> figures = new ArrayList<>();
        periods.forEach((period, versions) -> add(period, versions, published, figures));
        return figures;
    }

    /// A version stands from its day on if it is the first of its period or came with the first of that day; else from
    /// the next day on, because the day has another one already. One that was replaced before that stood on no day.
    private void add(
            LocalDate period,
            NavigableMap<Instant, Version> versions,
            Map<LocalDate, Instant> published,
            List<DatedFigure> figures) {
        NavigableMap<LocalDate, Instant> standing = new TreeMap<>();
        versions.forEach((from, version) -> {
            checkAlone(period, version, versions.higherKey(from));
            boolean isOfItsDay = standing.isEmpty() || !minute(from).isAfter(published.get(day(from)));
            standing.put(isOfItsDay ? day(from) : day(from).plusDays(1), from);
        });
        standing.forEach((first, from) -> {
            LocalDate next = standing.higherKey(first);
            Version version = Objects.requireNonNull(versions.get(from));
            Instant end = version.to();
            LocalDate last =
                    next != null ? next.minusDays(1) : end == null ? RealTimeWindow.FOR_EVER : day(end).minusDays(1);
            if (!last.isBefore(first) && !first.isAfter(window.knownTo())) {
                figures.add(
                        new DatedFigure(period, version.value(), first, last, first.equals(day(from)) ? from : null));
            }
        });
    }

    private static void checkAlone(LocalDate period, Version version, @Nullable Instant next) {
        if (next != null && version.to() != null && version.to().isAfter(next)) {
            throw SourceFault.notUnderstood("two figures of " + period + " stand at " + next);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, FRANKFURT);
    }
}
