package org.macroedge.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Eleven series, of which `golden/forecasts.py` solved each forecast as a least-squares problem of its own with numpy,
/// and forecast the value after the last by the exact maximum likelihood of statsmodels.
class GoldenForecastsTest {

    private static final double TOLERANCE = 1e-8;

    /// What one line says was known before a value; the last line of a series has no value.
    private record Row(String[] cells) {

        @Nullable
        BigDecimal decimal(int column) {
            return cells[column].isEmpty() ? null : new BigDecimal(cells[column]);
        }

        double number(int column) {
            return Double.parseDouble(cells[column]);
        }
    }

    private static Map<String, List<Row>> series() {
        Map<String, List<Row>> series = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenForecastsTest.class.getResourceAsStream("/golden/forecasts.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(2)
                    .map(line -> new Row(line.split(",", -1)))
                    .forEach(row -> series.computeIfAbsent(row.cells()[0], name -> new ArrayList<>())
                            .add(row));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return series;
    }

    @Test
    void everyForecastAndEveryChoiceAreThoseOfTheScript() {
        int models = 0;
        for (List<Row> rows : series().values()) {
            OwnPrints prints =
                    PrintFixture.prints(Objects.requireNonNull(rows.getFirst().decimal(1)));
            for (int index = 0; index < rows.size(); index++) {
                Row row = rows.get(index);
                String line = String.join(",", row.cells());
                OwnForecasts forecasts = prints.forecasts().orElse(null);
                assertThat(forecasts == null ? "" : forecasts.best().code())
                        .as(line)
                        .isEqualTo(row.cells()[7]);
                assertThat(forecasts == null ? null : forecasts.ar1()).as(line).isEqualTo(row.decimal(5));
                assertThat(forecasts == null ? null : forecasts.arma11())
                        .as(line)
                        .isEqualTo(row.decimal(6));
                models += forecasts != null && forecasts.best() != OwnForecastKind.NAIVE ? 1 : 0;
                if (row.decimal(2) != null) {
                    prints.add(List.of(PrintFixture.print(index, row.cells()[2])));
                }
            }
        }
        assertThat(models).isGreaterThan(300);
    }

    @Test
    void beforeTheyAreRoundedTheyAgreeToEightDigits() {
        int compared = 0;
        for (List<Row> rows : series().values()) {
            ConditionalLeastSquares models = new ConditionalLeastSquares();
            double first = rows.getFirst().number(2);
            for (Row row : rows) {
                if (row.decimal(3) != null) {
                    String line = String.join(",", row.cells());
                    double near = TOLERANCE * Math.max(1, Math.abs(row.number(3)));
                    assertThat(models.hasModel()).as(line).isTrue();
                    assertThat(first + models.ar1()).as(line).isCloseTo(row.number(3), within(near));
                    assertThat(first + models.arma11()).as(line).isCloseTo(row.number(4), within(near));
                    compared++;
                }
                if (row.decimal(2) != null) {
                    BigDecimal distance = new BigDecimal(row.cells()[2])
                            .subtract(new BigDecimal(rows.getFirst().cells()[2]));
                    models.add(distance.doubleValue());
                }
            }
        }
        assertThat(compared).isGreaterThan(600);
    }

    /// The exact likelihood of statsmodels weighs the first values otherwise; on 90 values and more that is little.
    @Test
    void theyAreNearThoseOfTheExactLikelihood() {
        int compared = 0;
        for (List<Row> rows : series().values()) {
            Row last = rows.getLast();
            if (last.decimal(8) != null) {
                double[] values = rows.stream()
                        .limit(rows.size() - 1)
                        .mapToDouble(row -> row.number(2))
                        .toArray();
                assertThat(last.number(4)).isCloseTo(last.number(8), within(0.06 * meanMove(values)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(5);
    }

    private static double meanMove(double[] values) {
        double sum = 0;
        for (int index = 1; index < values.length; index++) {
            sum += Math.abs(values[index] - values[index - 1]);
        }
        return sum / (values.length - 1);
    }
}
