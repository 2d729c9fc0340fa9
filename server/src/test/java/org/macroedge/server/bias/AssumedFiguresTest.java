package org.macroedge.server.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.engine.scenario.Figure;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.error.MacroEdgeException;

/// How the figures of a scenario are read, by the units of the delivered catalogue.
class AssumedFiguresTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Map<String, String> FAULTS =
            Map.of("unit", "does not fit", "unreadable", "Invalid value for set: ");

    /// What the pattern of REST takes is what is read: neither takes a space that the other refuses.
    @ParameterizedTest
    @CsvFileSource(resources = "figure-cases.csv", delimiter = '|', numLinesToSkip = 1)
    void aFigureIsReadInTheUnitOfItsIndicatorOrRefused(String text, String expected) {
        String fault = FAULTS.get(expected);
        assertThat(text.matches(AssumedFigures.FORM)).as(text).isEqualTo(!expected.equals("unreadable"));
        if (fault == null) {
            assertThat(AssumedFigures.read(text, CATALOGUE)
                            .values()
                            .iterator()
                            .next()
                            .figure())
                    .isEqualTo(new Figure.Published(new BigDecimal(expected)));
        } else {
            assertThatThrownBy(() -> {
                        AssumedFigures.check("set", text);
                        AssumedFigures.read(text, CATALOGUE);
                    })
                    .isInstanceOf(MacroEdgeException.class)
                    .hasMessageContaining(fault);
        }
    }
}
