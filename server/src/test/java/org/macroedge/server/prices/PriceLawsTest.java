package org.macroedge.server.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.Imports;

/// What holds of every import of prices, tried with random ones.
class PriceLawsTest {

    private static final String[] INSTRUMENTS = {"EURUSD", "SPX", "WTI", "BTCUSD"};

    private static List<String> rows(SplittableRandom random) {
        List<String> rows = new ArrayList<>();
        for (String instrument : INSTRUMENTS) {
            LocalDate date = LocalDate.of(2021, 1, 4);
            for (int day = 0; day < 40; day++, date = date.plusDays(1)) {
                if (date.getDayOfWeek() != DayOfWeek.SUNDAY && random.nextInt(8) > 0) {
                    rows.add(date + "," + instrument + "," + (100 + random.nextInt(100)) / 8.0);
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderAndAnySplittingOfTheSameRowsGiveTheSameStore(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> rows = rows(random);
        String whole;
        try (PriceFixture prices = PriceFixture.fresh()) {
            prices.own(rows.toArray(String[]::new));
            whole = prices.everything();
        }
        Collections.shuffle(rows, new Random(seed));
        try (PriceFixture prices = PriceFixture.fresh()) {
            for (int from = 0; from < rows.size(); ) {
                int to = Math.min(rows.size(), from + 1 + random.nextInt(60));
                prices.own(
                        rows.subList(Math.max(0, from - random.nextInt(10)), to).toArray(String[]::new));
                from = to;
            }
            assertThat(prices.everything()).isEqualTo(whole).contains("BTCUSD");
        }
    }

    /// Batches overlap and correct each other; whichever are undone, the store answers as if they had never
    /// come.
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anUndoRestoresWhatTheOtherBatchesSay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> imports = new ArrayList<>();
        for (int batch = 0; batch < 5; batch++) {
            imports.add(
                    rows(random).stream().filter(row -> random.nextBoolean()).toList());
        }
        List<List<String>> kept = new ArrayList<>();
        try (PriceFixture prices = PriceFixture.fresh();
                PriceFixture expected = PriceFixture.fresh()) {
            List<Long> undone = new ArrayList<>();
            for (List<String> rows : imports) {
                ImportOutcome outcome = prices.own(rows.toArray(String[]::new));
                if (random.nextBoolean()) {
                    undone.add(outcome.batch());
                } else {
                    kept.add(rows);
                }
            }
            undone.forEach(prices.store().get(Imports.class)::undo);
            kept.forEach(rows -> expected.own(rows.toArray(String[]::new)));

            assertThat(prices.everything()).isEqualTo(expected.everything());
        }
    }
}
