package org.macroedge.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Which kind is used, by a table of cases.
class OutOfSampleErrorsTest {

    private static @Nullable BigDecimal decimal(String cell) {
        return cell.equals("-") ? null : new BigDecimal(cell);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/own-forecast.csv", numLinesToSkip = 1)
    void theKindThatIsUsed(String rule, String errors, String kind) {
        OutOfSampleErrors record = new OutOfSampleErrors();
        for (String entry : errors.split(";")) {
            String[] times = entry.split("\\*");
            String[] cells = times[1].split("/");
            OwnForecasts forecasts = new OwnForecasts(
                    new BigDecimal(cells[0]), decimal(cells[1]), decimal(cells[2]), OwnForecastKind.NAIVE);
            for (int time = 0; time < Integer.parseInt(times[0]); time++) {
                record.add(forecasts, BigDecimal.ZERO);
            }
        }
        assertThat(record.best().code()).isEqualTo(kind);
    }
}
