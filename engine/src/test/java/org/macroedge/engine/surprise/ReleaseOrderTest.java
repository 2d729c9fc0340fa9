package org.macroedge.engine.surprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Cases;
import org.macroedge.engine.Samples;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.Verdict;

class ReleaseOrderTest {

    private record Named(String name, ObservedRelease release) {}

    private static Named named(String cell) {
        String[] parts = cell.split("[@/]");
        Instant releasedAt = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return new Named(parts[0], Cases.row(releasedAt, parts[2], parts[3], parts[4], parts[5]));
    }

    private static String order(List<Named> given) {
        return ReleaseOrder.sorted(given, Named::release).stream()
                .map(Named::name)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/release-order.csv", numLinesToSkip = 1)
    void theContentGivesTheOrder(String rule, String releases, String expected) {
        List<Named> given = new ArrayList<>(
                Cases.list(releases).stream().map(ReleaseOrderTest::named).toList());
        for (int seed = 0; seed < 30; seed++) {
            assertThat(order(given)).isEqualTo(expected);
            Collections.shuffle(given, new Random(seed));
        }
    }

    @Test
    void releasesOfEqualFiguresDifferByWhateverElseTheyState() {
        ObservedRelease plain = Cases.row(Samples.START, "-", "1", "2", "3");
        List<Named> ascending = List.of(
                new Named("marked", with(plain, "a", Set.of(Mark.IMPORTED), null)),
                new Named("doubted", with(plain, "a", Set.of(), Verdict.DOUBTFUL)),
                new Named("plain", with(plain, "a", Set.of(), null)),
                new Named("other source", with(plain, "b", Set.of(), null)),
                new Named(
                        "inferred", with(Cases.row(Samples.START, "~2016-01-01", "1", "2", "3"), "a", Set.of(), null)));
        String expected = order(ascending);
        List<Named> given = new ArrayList<>(ascending);
        for (int seed = 0; seed < 30; seed++) {
            Collections.shuffle(given, new Random(seed));
            assertThat(order(given)).isEqualTo(expected);
        }
    }

    private static ObservedRelease with(
            ObservedRelease release, String source, Set<Mark> marks, @Nullable Verdict verdict) {
        return new ObservedRelease(
                release.releaseId(),
                release.indicator(),
                release.releasedAt(),
                release.period(),
                release.periodDeclared(),
                release.actual(),
                release.previous(),
                source,
                release.forecasts(),
                marks,
                verdict);
    }
}
