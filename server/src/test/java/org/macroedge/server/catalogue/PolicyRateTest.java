package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Field `policyRate` of an indicator: what the catalogue declares counts, and is part of its hash.
class PolicyRateTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));

    @TempDir
    private Path folder;

    private EditedCatalogue files;

    @BeforeEach
    void copy() {
        files = EditedCatalogue.in(folder);
    }

    @Test
    void withoutTheFieldAnIrregularPercentageIsAPolicyRate() {
        assertThat(SHIPPED.indicator("us-fed-funds-rate").orElseThrow().isPolicyRate())
                .isTrue();
        assertThat(SHIPPED.indicator("us-cpi-yoy").orElseThrow().isPolicyRate()).isFalse();
    }

    @Test
    void aDeclaredValueOverridesThatAndChangesTheHash() {
        Catalogue declared = files.edit("us-fed-funds-rate", "  frequency:", "  policyRate: false\n  frequency:")
                .edit("us-cpi-yoy", "  frequency:", "  policyRate: true\n  frequency:")
                .load();

        assertThat(declared.indicator("us-fed-funds-rate").orElseThrow().isPolicyRate())
                .isFalse();
        assertThat(declared.indicator("us-cpi-yoy").orElseThrow().isPolicyRate())
                .isTrue();
        assertThat(declared.hash()).isNotEqualTo(SHIPPED.hash());
    }

    @Test
    void anythingElseIsAFaultOfTheField() {
        files.edit("us-cpi-yoy", "  frequency:", "  policyRate: maybe\n  frequency:");

        assertThatThrownBy(files::load)
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("policyRate: \"maybe\" is not");
    }
}
