package org.macroedge.engine.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.Samples;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.catalogue.PreviousRefersTo;
import org.macroedge.engine.vocabulary.Category;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.engine.vocabulary.IndexSide;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.engine.vocabulary.Stage;

class RegimeCasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/regime-quadrant.csv", numLinesToSkip = 1)
    void theQuadrantFollowsTheTwoAxes(AxisState growth, AxisState inflation, String quadrant) {
        assertThat(growth.quadrant(inflation).code()).isEqualTo(quadrant);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/regime-axis.csv", numLinesToSkip = 2)
    void theStateOfAnAxisFollowsItsComposites(String rule, String composites, String states) {
        AxisStates axis = new AxisStates();
        String found = Arrays.stream(composites.split(";"))
                .map(cell -> cell.equals("-") ? Double.NaN : Double.parseDouble(cell))
                .map(axis::next)
                .map(RegimeCasesTest::letter)
                .collect(Collectors.joining(";"));
        assertThat(found).as(rule).isEqualTo(states);
    }

    private static String letter(AxisState state) {
        return switch (state) {
            case UP -> "u";
            case DOWN -> "d";
            case UNDETERMINED -> "-";
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cases/regime-members.csv", numLinesToSkip = 4)
    void theMembersOfAnAxisFollowTheCatalogue(
            String rule,
            String side,
            String category,
            Frequency frequency,
            Stage stage,
            String transform,
            String group,
            PreviousRefersTo previous,
            String otherTransform,
            @Nullable String members,
            boolean differenced) {
        IndexSide axis = IndexSide.valueOf(side.toUpperCase(Locale.ROOT));
        Indicator x = RegimeFixture.indicator(
                Samples.indicator("us-x", Region.US, Category.ofCode(category), frequency, null, null),
                transform,
                1,
                3,
                stage,
                group,
                previous,
                null);
        Indicator y = RegimeFixture.indicator(
                Samples.indicator("us-y", Region.US, Category.INFLATION),
                otherTransform,
                1,
                3,
                Stage.FIRST,
                "g",
                PreviousRefersTo.PRIOR_PERIOD,
                null);
        Indicator abroad = Samples.indicator("jp-x", Region.JP, Category.ofCode(category));
        String found = RegimeMembers.of(Region.US, axis, List.of(y, abroad, x)).stream()
                .map(member -> member.id().value())
                .collect(Collectors.joining(" "));
        assertThat(found).as(rule).isEqualTo(members == null ? "" : members);
        assertThat(RegimeMembers.isDifferenced(x)).as(rule).isEqualTo(differenced);
    }
}
