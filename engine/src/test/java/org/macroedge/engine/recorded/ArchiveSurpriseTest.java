package org.macroedge.engine.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.ExpandingStandardDeviation;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;

/// The formulas on the calendar archive of 2010 to 2021, read here by the shortest possible parser: times are
/// UTC+8, and the rows of the next January at the end of each file are left to the next file.
@Tag("recorded")
class ArchiveSurpriseTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Path ARCHIVE =
            Path.of(System.getProperty("macro-edge.recorded"), "calendar", "forexfactory-2010-2021");

    private static List<ObservedRelease> releases(Indicator indicator, String currency, String title)
            throws IOException {
        List<ObservedRelease> releases = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(ARCHIVE)) {
            files = listed.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            LocalDate latest = LocalDate.EPOCH;
            for (String line : Files.readAllLines(file)) {
                String[] cell = line.split(",", -1);
                if (cell.length != 9 || cell[0].equals("Date")) {
                    continue;
                }
                LocalDate date = LocalDate.parse(cell[8].substring(0, 10));
                boolean spilled = date.isBefore(latest.minusDays(180));
                latest = spilled || date.isBefore(latest) ? latest : date;
                if (!spilled && cell[2].equals(currency) && cell[3].equals(title) && !cell[5].isEmpty()) {
                    releases.add(release(indicator, cell));
                }
            }
        }
        return releases;
    }

    private static ObservedRelease release(Indicator indicator, String[] cell) {
        Instant at = LocalDateTime.parse(cell[8], TIME).toInstant(ZoneOffset.ofHours(8));
        List<ObservedForecast> forecasts = cell[6].isEmpty()
                ? List.of()
                : List.of(new ObservedForecast(ForecastKind.SURVEY, number(cell[6]), "archive", 1, null));
        return new ObservedRelease(
                ReleaseId.of(indicator.id(), at.atOffset(ZoneOffset.UTC).toLocalDate()),
                indicator.id(),
                at,
                null,
                false,
                number(cell[5]),
                cell[7].isEmpty() ? null : number(cell[7]),
                "archive",
                forecasts,
                Set.of(Mark.IMPORTED),
                null);
    }

    private static BigDecimal number(String text) {
        String digits = text.replaceAll("^<|[%KkMmBb]$", "");
        return text.toUpperCase(java.util.Locale.ROOT).endsWith("K")
                ? new BigDecimal(digits).movePointRight(3)
                : new BigDecimal(digits);
    }

    private static StandardisedSurprise on(List<StandardisedSurprise> surprises, String utcDate) {
        return surprises.stream()
                .filter(s -> s.release().releasedAt().toString().startsWith(utcDate))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void payrollsOfSeptember2021FellShortByTwoPointEightSigma() throws IOException {
        Indicator plain = Samples.indicator("us-nonfarm-payrolls", Region.US, Category.LABOUR);
        List<ObservedRelease> releases = releases(plain, "USD", "Non-Farm Employment Change");
        assertThat(releases.size()).isBetween(140, 144);
        List<StandardisedSurprise> surprises = new SurpriseCalculator().calculate(plain, releases);
        StandardisedSurprise september = on(surprises, "2021-09-03");
        assertThat(september.surprise()).isEqualByComparingTo("-485000");
        assertThat(september.z()).isCloseTo(-2.8, within(0.1));
    }

    /// Why the scale is bounded: the plain one remembers April 2020 for years.
    @Test
    void thePlainStandardDeviationHidesTheMissOfSeptember2021() throws IOException {
        Indicator plain = Samples.indicator("us-nonfarm-payrolls", Region.US, Category.LABOUR);
        List<StandardisedSurprise> surprises = new SurpriseCalculator(ExpandingStandardDeviation::new)
                .calculate(plain, releases(plain, "USD", "Non-Farm Employment Change"));
        assertThat(on(surprises, "2021-09-03").z()).isCloseTo(-0.5, within(0.1));
        assertThat(on(surprises, "2021-09-03").sigma()).isCloseTo(890_000, within(50_000.0));
    }

    @Test
    void payrollsFallOnHalfPastEightInNewYork() throws IOException {
        Indicator plain = Samples.indicator("us-nonfarm-payrolls", Region.US, Category.LABOUR);
        assertThat(releases(plain, "USD", "Non-Farm Employment Change"))
                .allSatisfy(release -> assertThat(release.releasedAt()
                                .atZone(ZoneId.of("America/New_York"))
                                .toLocalTime())
                        .hasToString("08:30"));
    }

    @Test
    void consumerPricesOfJuly2021AreAsPublished() throws IOException {
        Indicator cpi = Samples.indicator("us-cpi", Region.US, Category.INFLATION);
        StandardisedSurprise july =
                on(new SurpriseCalculator().calculate(cpi, releases(cpi, "USD", "CPI y/y")), "2021-07-13");
        assertThat(july.release().actual()).isEqualByComparingTo("5.4");
        assertThat(july.forecast().value()).isEqualByComparingTo("4.9");
    }

    @Test
    void theEmergencyCutOfMarch2020HasAZAgainstTheRateInForce() throws IOException {
        Indicator funds =
                Samples.indicator("us-fed-funds", Region.US, Category.MONETARY, Frequency.IRREGULAR, null, null);
        List<ObservedRelease> decisions = releases(funds, "USD", "Federal Funds Rate").stream()
                .sorted(Comparator.comparing(ObservedRelease::releasedAt))
                .toList();
        StandardisedSurprise cut = on(new SurpriseCalculator().calculate(funds, decisions), "2020-03-15");
        assertThat(cut.z()).isNegative();
        assertThat(cut.marks()).contains(Mark.NO_FORECAST);
    }
}
