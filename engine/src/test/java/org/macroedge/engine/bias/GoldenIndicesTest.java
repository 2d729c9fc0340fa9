package org.macroedge.engine.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.catalogue.SignalMode;
import org.macroedge.engine.catalogue.SurpriseIndex;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.engine.vocabulary.IndexSide;

/// Indices of areas and sides in both modes, with a group, a clip, stages, an indicator without data, and signals that
/// roll off, against figures that a Python script computed from the definition.
class GoldenIndicesTest {

    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest(name = "{0} {1} {2} day {3}")
    @CsvFileSource(resources = "/golden/indices.csv", numLinesToSkip = 1)
    void anIndexIsAsDefined(String mode, String areas, String side, double day, @Nullable Double z, double coverage) {
        SurpriseIndex index =
                IndexFixture.index(Coded.of(SignalMode.class, mode), areas, Coded.of(IndexSide.class, side));
        IndexModel model = new IndexModel(IndexFixture.INDICATORS, List.of(index), IndexFixture.surprises());

        IndexReading reading = model.at(index, IndexFixture.day(day)).reading();

        assertThat(reading.coverage()).isCloseTo(coverage, within(TOLERANCE));
        if (z == null) {
            assertThat(reading.z()).isNull();
        } else {
            assertThat(reading.z()).isCloseTo(z, within(TOLERANCE));
        }
    }
}
