package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.Prior;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.Region;

/// 206 releases with ties, chains, both forecast classes, forecasts from own prints, a prior and suspects, against
/// figures that a Python script computed from the definition.
class GoldenSurprisesTest {

    private static final double TOLERANCE = 1e-9;

    private static final Indicator INDICATOR = Cases.opposite(Samples.indicator(
            "us-x",
            Region.US,
            Category.GROWTH,
            Frequency.MONTHLY,
            null,
            new Prior(new BigDecimal("0.7"), LocalDate.of(2000, 1, 1), LocalDate.of(2015, 1, 9), "surprises.py")));

    private record Row(String[] cells, ObservedRelease release) {}

    private static List<Row> rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenSurprisesTest.class.getResourceAsStream("/golden/surprises.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(2).map(GoldenSurprisesTest::row).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",");
        ObservedRelease plain = Cases.row(
                Samples.START.plusSeconds(Long.parseLong(cells[1]) * Samples.DAY), cells[2], cells[3], cells[4], "-");
        List<ObservedForecast> forecasts = cells[6].equals("none")
                ? List.of()
                : List.of(
                        new ObservedForecast(ForecastKind.ofCode(cells[6]), new BigDecimal(cells[5]), "test", 1, null));
        return new Row(
                cells,
                new ObservedRelease(
                        plain.releaseId(),
                        plain.indicator(),
                        plain.releasedAt(),
                        plain.period(),
                        plain.periodDeclared(),
                        plain.actual(),
                        plain.previous(),
                        "test",
                        forecasts,
                        Set.of(),
                        null));
    }

    @Test
    void surprisesAreThoseOfTheScriptInAnyOrder() {
        List<Row> rows = rows();
        assertThat(rows).hasSize(206);
        List<ObservedRelease> releases =
                new ArrayList<>(rows.stream().map(Row::release).toList());
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(releases, new Random(seed));
            List<StandardisedSurprise> surprises = new SurpriseCalculator().calculate(INDICATOR, releases);
            for (int index = 0; index < rows.size(); index++) {
                assertEqual(surprises.get(index), rows.get(index));
            }
        }
    }

    private static void assertEqual(StandardisedSurprise surprise, Row row) {
        String line = String.join(",", row.cells());
        assertThat(surprise.release().releasedAt())
                .as(line)
                .isEqualTo(row.release().releasedAt());
        assertThat(surprise.release().actual())
                .as(line)
                .isEqualByComparingTo(row.release().actual());
        assertClose(surprise.sigma(), row.cells()[7], line);
        assertClose(surprise.zRaw(), row.cells()[8], line);
        assertClose(surprise.z(), row.cells()[9], line);
        assertThat(surprise.reason() == null ? "-" : surprise.reason().code())
                .as(line)
                .isEqualTo(row.cells()[10]);
    }

    private static void assertClose(@Nullable Double number, String expected, String line) {
        if (expected.equals("-")) {
            assertThat(number).as(line).isNull();
        } else {
            assertThat(number).as(line).isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
        }
    }
}
