package org.macroedge.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.IndicatorId;

class SignalCasesTest {

    private static final IndicatorId INDICATOR = new IndicatorId("us-x");
    private static final HalfLife MONTH = new HalfLife(30);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/signal-in-force.csv", numLinesToSkip = 1)
    void theRuleChoosesTheSignalInForce(String rule, String releases, long second, String expected) {
        List<StandardisedSurprise> surprises =
                Cases.list(releases).stream().map(SignalCasesTest::release).toList();

        SignalSeries series = SignalSeries.of(SignalMode.LATEST, MONTH, 4, surprises);

        assertThat(name(series, second)).isEqualTo(expected);
        assertThat(name(live(surprises, second), second)).as("live").isEqualTo(expected);
    }

    private static SignalSeries live(List<StandardisedSurprise> surprises, long second) {
        SignalSeries live =
                SignalSeries.of(SignalMode.LATEST, MONTH, 4, List.of()).stateAt(Long.MIN_VALUE / 2);
        surprises.stream()
                .filter(surprise -> surprise.release().releasedAt().getEpochSecond() <= second)
                .forEach(live::take);
        return live;
    }

    private static String name(SignalSeries series, long second) {
        int inForce = series.inForce(second);
        if (inForce == SignalSeries.NONE) {
            return "-";
        }
        String id = series.surprise(inForce).release().releaseId().value();
        return String.valueOf((char) ('a' + id.charAt(id.length() - 1) - '2'));
    }

    private static StandardisedSurprise release(String cell) {
        boolean usable = !cell.startsWith("!");
        String[] parts = cell.substring(usable ? 0 : 1).split("[@/]");
        boolean declared = !parts[2].startsWith("~") && !parts[2].equals("-");
        @Nullable
        LocalDate period = parts[2].equals("-") ? null : LocalDate.parse(parts[2].substring(declared ? 0 : 1));
        Instant releasedAt = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return Cases.surprise(INDICATOR, parts[0].charAt(0) - 'a', releasedAt, period, declared, usable ? 1.0 : null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/superseded.csv", numLinesToSkip = 1)
    void aNewerReleaseWithoutZSupersedes(
            String rule, SignalMode mode, @Nullable String others, long second, boolean expected) {
        StandardisedSurprise signal = Cases.surprise(INDICATOR, 0, Instant.EPOCH, null, false, 1.0);
        List<StandardisedSurprise> surprises = new ArrayList<>(List.of(signal));
        for (String other : Cases.list(others)) {
            String[] parts = other.split(":");
            Instant releasedAt = Instant.ofEpochSecond(Long.parseLong(parts[0]));
            Double z = parts[1].equals("usable") ? 1.0 : null;
            surprises.add(Cases.surprise(INDICATOR, surprises.size(), releasedAt, null, false, z));
        }

        assertThat(new KnownReleases(mode, surprises).supersede(signal, second)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/window.csv", numLinesToSkip = 1)
    void aSignalLivesForFourHalfLives(String rule, double halfLifeDays, long age, boolean live, double signal) {
        for (SignalMode mode : SignalMode.values()) {
            SignalSeries series = SignalSeries.of(
                    mode,
                    new HalfLife(halfLifeDays),
                    4,
                    List.of(Cases.surprise(INDICATOR, 0, Instant.EPOCH, null, false, 2.0)));
            int inForce = series.inForce(age);

            assertThat(series.firstLive(inForce, age) <= inForce).as("%s", mode).isEqualTo(live);
            assertThat(series.sum(inForce, age)).as("%s", mode).isCloseTo(signal, within(1e-12));
        }
    }
}
