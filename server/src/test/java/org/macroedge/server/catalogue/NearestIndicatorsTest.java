package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestIndicatorsTest {

    private static final NearestIndicators NEAREST =
            new NearestIndicators(CatalogueLoader.load(Path.of("../catalogue")).indicators());

    @ParameterizedTest
    @CsvSource({
        "de-cpi, de-prelim-cpi-mom de-final-cpi-mom",
        "de-cpi-mom, de-prelim-cpi-mom de-final-cpi-mom",
        "de-cip-mom, de-prelim-cpi-mom de-final-cpi-mom",
        "ch-cpi-yoy, ch-cpi-mom",
        "us-cpi, us-cpi-mom us-cpi-yoy us-core-cpi-mom",
        "us-cpi-yy, us-cpi-yoy",
        "uk-cpi-yoy, gb-cpi-yoy gb-core-cpi-yoy",
        "US payrolls, us-nonfarm-payrolls us-adp-employment",
        "nonfarmpayrolls, us-nonfarm-payrolls",
        "usnonfarmpayrols, us-nonfarm-payrolls",
        "us nonfarm payrols, us-nonfarm-payrolls",
        "de-nonfarm-payrolls, us-nonfarm-payrolls",
        "kof, ch-kof-economic-barometer-2014 ch-kof-economic-barometer",
        "tsla, ''",
        "de, ''",
        "-, ''"
    })
    void theOwnRegionComesFirstThenTheWordsOfIdAndNames(String text, String suggested) {
        assertThat(String.join(" ", NEAREST.to(text))).isEqualTo(suggested);
    }
}
