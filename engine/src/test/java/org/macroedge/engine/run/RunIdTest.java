package org.macroedge.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.release.ScheduledRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.surprise.SurpriseCalculator;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.ForecastKind;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.engine.vocabulary.Verdict;

class RunIdTest {

    private static final String NOTHING = "0".repeat(64);

    private static List<StandardisedSurprise> surprises(List<ObservedRelease> releases) {
        return new SurpriseCalculator().calculate(Samples.indicator("us-gdp", Region.US, Category.GROWTH), releases);
    }

    private static ScheduledRelease schedule(@Nullable Instant capturedAt) {
        return new ScheduledRelease(
                new ReleaseId("us-gdp@2015-01-14"),
                new IndicatorId("us-gdp"),
                Samples.START.plusSeconds(500),
                capturedAt,
                "test",
                null);
    }

    private static String sha256(String... lines) throws Exception {
        byte[] hash = new byte[32];
        for (String line : lines) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            hash = digest.digest(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(hash);
    }

    @Test
    void theChainHashesALinePerForecastClassReleaseWithoutForecastAndCapturedSchedule() throws Exception {
        ObservedRelease both = new ObservedRelease(
                Samples.id("us-gdp", 0),
                new IndicatorId("us-gdp"),
                Samples.START,
                LocalDate.of(2014, 12, 1),
                true,
                new BigDecimal("2.50"),
                new BigDecimal("-0.10"),
                "test",
                List.of(
                        new ObservedForecast(ForecastKind.MODEL, new BigDecimal("2.4"), "m", 1, null),
                        new ObservedForecast(ForecastKind.SURVEY, new BigDecimal("1E+2"), "s", 1, null)),
                Set.of(Mark.IMPORTED, Mark.DATE_ONLY),
                Verdict.CONFIRMED);
        ObservedRelease bare = Samples.release("us-gdp", 1, "3", null);
        Instant captured = Samples.START.plusSeconds(60);
        InputChain chain = InputChain.of(surprises(List.of(bare, both)), List.of(schedule(captured), schedule(null)));
        String[] lines = {
            "2015-01-05T13:30:00Z|us-gdp|2014-12-01|-0.1|2.5|100|survey|test|s|imported,date-only,confirmed",
            "2015-01-05T13:30:00Z|us-gdp|2014-12-01|-0.1|2.5|2.4|model|test|m|imported,date-only,confirmed",
            "2015-01-05T13:31:00Z|us-gdp|2015-01-05T13:38:20Z|test",
            "2015-01-06T13:30:00Z|us-gdp|||3|2.5|naive|test|own-prints|"
        };
        assertThat(chain.at(Samples.START.minusSeconds(1))).isEqualTo(NOTHING);
        assertThat(chain.at(Samples.START)).isEqualTo(sha256(lines[0], lines[1]));
        assertThat(chain.at(captured)).isEqualTo(sha256(lines[0], lines[1], lines[2]));
        assertThat(chain.at(Samples.START.plusSeconds(Samples.DAY))).isEqualTo(sha256(lines));
        assertThat(chain.instants()).containsExactly(Samples.START, captured, Samples.START.plusSeconds(Samples.DAY));
    }

    /// The lines of one instant are in the order of their text, here that of their previous, not of their ids.
    @Test
    void noIdIsInTheChain() throws Exception {
        ObservedRelease first = Cases.row(Samples.START, "-", "1", "3", "-");
        ObservedRelease second = Cases.row(Samples.START, "-", "2", "1", "-");
        String[] lines = {"2015-01-05T13:30:00Z|us-x||1|3|||test||", "2015-01-05T13:30:00Z|us-x||2|1|||test||"};
        for (List<ObservedRelease> releases : List.of(
                List.of(Cases.numbered(first, 2), Cases.numbered(second, 3)),
                List.of(Cases.numbered(second, 2), Cases.numbered(first, 3)))) {
            assertThat(InputChain.of(surprises(releases), List.of()).at(Samples.START))
                    .isEqualTo(sha256(lines));
        }
        ScheduledRelease other = new ScheduledRelease(
                new ReleaseId("us-gdp@2015-01-14.7"),
                new IndicatorId("us-gdp"),
                Samples.START.plusSeconds(500),
                Samples.START,
                "test",
                Samples.START.plusSeconds(1));
        assertThat(InputChain.of(List.of(), List.of(other)).at(Samples.START))
                .isEqualTo(InputChain.of(List.of(), List.of(schedule(Samples.START)))
                        .at(Samples.START));
    }

    @Test
    void laterInputsAndTheOrderOfArrivalNeverChangeAnEarlierHash() {
        List<StandardisedSurprise> all =
                new ArrayList<>(surprises(Samples.monthly("us-gdp", 40, new SplittableRandom(5))));
        InputChain whole = InputChain.of(all, List.of());
        List<StandardisedSurprise> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(7));
        for (int cut = 0; cut < all.size(); cut++) {
            Instant asOf = all.get(cut).release().releasedAt();
            assertThat(whole.at(asOf))
                    .isEqualTo(InputChain.of(all.subList(0, cut + 1), List.of()).at(asOf));
            assertThat(whole.at(asOf))
                    .isEqualTo(InputChain.of(shuffled, List.of()).at(asOf));
        }
    }

    @Test
    void theIdIsTheHashOfItsSixLines() throws Exception {
        InputChain chain = InputChain.of(List.of(), List.of());
        String lines = "macro-edge-run/1\nasOf=2015-01-05T13:30:00Z\nformula=3\ncatalogue=abc\n"
                + "weightSet=default@1:test\ninputs=" + NOTHING + "\n";
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        RunId id = RunId.of(Samples.START, "abc", Samples.weights(SignalMode.LATEST), chain);
        assertThat(id).hasToString(expected);
    }

    @Test
    void aFinerInstantOrAnotherFormIsRefused() {
        InputChain chain = InputChain.of(List.of(), List.of());
        assertThatThrownBy(() -> RunId.of(Samples.START.plusNanos(1), "abc", Samples.weights(SignalMode.LATEST), chain))
                .hasMessage("asOf 2015-01-05T13:30:00.000000001Z is finer than a second");
        assertThatThrownBy(() -> new RunId("x")).hasMessage("run id \"x\" is not 64 hexadecimal digits");
    }
}
