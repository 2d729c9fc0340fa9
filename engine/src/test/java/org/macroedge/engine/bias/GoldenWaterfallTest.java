package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.waterfall.PartKind;
import org.macroedge.engine.waterfall.WaterfallPart;

/// Every part of the changes of indices in both modes, with first signals, groups, a clip and signals that end, against
/// figures that a Python script computed from the definition.
class GoldenWaterfallTest {

    private static final double TOLERANCE = 1e-9;

    /// What is changed over which days.
    record Span(String mode, String areas, double from, double to) {

        static Span of(String[] cells) {
            return new Span(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
        }
    }

    private record Booked(PartKind kind, @Nullable Instant at, String indicator) {

        static Booked of(String[] cells) {
            return new Booked(
                    Coded.of(PartKind.class, cells[4]),
                    cells[5].isEmpty() ? null : IndexFixture.day(Double.parseDouble(cells[5])),
                    cells[6]);
        }

        static Booked of(WaterfallPart part) {
            String indicator =
                    part.indicator() == null ? "" : part.indicator().id().value();
            return new Booked(part.kind(), part.at(), indicator);
        }
    }

    private static List<String[]> rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenWaterfallTest.class.getResourceAsStream("/golden/waterfall.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static Stream<Span> spans() {
        return rows().stream().map(Span::of).distinct();
    }

    @ParameterizedTest
    @MethodSource("spans")
    void everyPartIsAsDefined(Span span) {
        Map<Booked, Double> expected = rows().stream()
                .filter(cells -> Span.of(cells).equals(span))
                .collect(Collectors.toMap(Booked::of, cells -> Double.parseDouble(cells[7])));
        SurpriseIndex index = IndexFixture.index(Coded.of(SignalMode.class, span.mode()), span.areas(), IndexSide.ALL);
        IndexModel model = new IndexModel(IndexFixture.INDICATORS, List.of(index), IndexFixture.surprises());

        Map<Booked, WaterfallPart> parts =
                model.change(index, IndexFixture.day(span.from()), IndexFixture.day(span.to())).stream()
                        .collect(Collectors.toMap(Booked::of, Function.identity()));

        assertThat(parts.keySet()).isEqualTo(expected.keySet());
        expected.forEach((booked, part) ->
                assertThat(parts.get(booked).part()).as(booked.toString()).isCloseTo(part, within(TOLERANCE)));
    }
}
