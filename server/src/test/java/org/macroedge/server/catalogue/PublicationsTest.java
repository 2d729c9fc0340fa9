package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;

/// Which indicators share the weight of one publication. A change of a group changes weights, so it must be made here
/// too.
class PublicationsTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/macroedge/server/catalogue/publications.csv");

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));

    @Test
    void aPublicationAndCategoryIsOneGroupAndItsMembersAreNamedOnce() throws IOException {
        TreeMap<String, List<String>> groups = new TreeMap<>();
        for (Indicator indicator : SHIPPED.indicators()) {
            groups.computeIfAbsent(
                            indicator.groupKey() + " | " + indicator.category().code(), _ -> new ArrayList<>())
                    .add(indicator.id().value());
        }
        List<String> shared = groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .map(group -> group.getKey() + " | " + String.join(" ", group.getValue()))
                .toList();
        List<String> expected = Files.readAllLines(EXPECTED);

        assertThat(shared).containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
    }

    @Test
    void separatePublicationsOfOneSubjectKeepTheirOwnWeight() {
        for (List<String> separate : List.of(
                List.of("jp-boj-core-cpi-yoy", "jp-national-core-cpi-yoy", "jp-tokyo-core-cpi-yoy"),
                List.of("gb-gdp-mom", "gb-prelim-gdp-qoq"),
                List.of("gb-mortgage-approvals", "gb-prelim-mortgage-approvals"),
                List.of("ea-final-gdp-qoq", "ea-revised-gdp-qoq"),
                List.of("nz-retail-sales-mom", "nz-retail-sales-qoq"))) {
            assertThat(separate.stream()
                            .map(id -> SHIPPED.indicator(id).orElseThrow().groupKey())
                            .distinct())
                    .as("%s", separate)
                    .hasSameSizeAs(separate);
        }
    }
}
