package org.macroedge.server.sources.eurostat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.eurostat.JsonStat.Cell;
import org.macroedge.server.sources.series.JsonFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers of the service before the present one: bundles of annual figures, with lists in place of objects.
@Tag("recorded")
class RecordedEurostatTest {

    private static final Path FOLDER = Path.of(System.getProperty("macro-edge.recorded"), "http", "eurostat");

    private static List<Cell> cells(String file) throws IOException {
        return JsonStat.of(JsonFields.read(Files.readAllBytes(FOLDER.resolve(file))))
                .cells();
    }

    private static BigDecimal figure(List<Cell> cells, String geo, String year) {
        return cells.stream()
                .filter(cell ->
                        cell.codes().equals(Map.of("unit", "EUR_HAB", "indic_na", "B1GM", "geo", geo, "time", year)))
                .map(Cell::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSeriesOfOneCountryHasItsFigures() throws IOException {
        List<Cell> cells = cells("eurostat-name_gpd_c-geo_IT.json");

        assertThat(cells).hasSize(24);
        assertThat(figure(cells, "IT", "1990")).isEqualTo("15800");
        assertThat(figure(cells, "IT", "2013")).isEqualTo("25600");
    }

    @Test
    void aCubeOfTwoCountriesHasTheFiguresOfEach() throws IOException {
        List<Cell> cells = cells("eurostat-name_gpd_c-geo_IT_FR.json");

        assertThat(cells).hasSize(64);
        assertThat(figure(cells, "FR", "1974")).isEqualTo("4500");
        assertThat(figure(cells, "FR", "2013")).isEqualTo("31300");
        assertThat(figure(cells, "IT", "1990")).isEqualTo("15800");
    }

    @Test
    void aWholeDatasetHasTheFiguresOfEachOfItsCountries() throws IOException {
        List<Cell> cells = cells("eurostat-name_gpd_c.json");

        assertThat(cells).hasSize(1_134);
        assertThat(cells).allMatch(cell -> cell.codes().keySet().equals(Set.of("unit", "indic_na", "geo", "time")));
        assertThat(figure(cells, "IT", "2013")).isEqualTo("25600");
        assertThat(figure(cells, "LU", "2013")).isEqualTo("83400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eurostat-name_gpd_c-geo_IT", "eurostat-name_gpd_c-geo_IT_FR", "eurostat-name_gpd_c"})
    @Tag("seeded")
    void aDamagedCubeGivesItsOwnFiguresOrACodedFault(String name) throws IOException {
        int read = Mutations.assertOwnOrCodedFaults(
                body -> JsonStat.of(JsonFields.read(body)).cells(),
                Files.readAllBytes(FOLDER.resolve(name + ".json")),
                RecordedEurostatTest::assertStand);
        assertThat(read).isPositive();
    }

    /// The cells are the figures of the body: so many, each at the place that its codes have. All dimensions but the
    /// last two have one category.
    private static void assertStand(List<Cell> cells, byte[] body) {
        JsonNode dataset =
                JsonMapper.shared().readTree(body).values().iterator().next();
        JsonNode areas = dataset.path("dimension").at("/geo/category/index");
        JsonNode times = dataset.path("dimension").at("/time/category/index");
        long figures = dataset.path("value").values().stream()
                .filter(value -> !value.isNull())
                .count();
        assertThat(cells).hasSize((int) figures).allMatch(cell -> {
            int area = areas.path(String.valueOf(cell.codes().get("geo"))).asInt(-1);
            int time = times.path(String.valueOf(cell.codes().get("time"))).asInt(-1);
            JsonNode value = dataset.path("value").path(area * times.size() + time);
            return value.isNumber() && value.decimalValue().compareTo(cell.value()) == 0;
        });
    }

    @Test
    void anAnswerOfTheServiceBeforeIsNoSeries() throws IOException {
        byte[] body = Files.readAllBytes(FOLDER.resolve("eurostat-name_gpd_c-geo_IT.json"));
        String key = "nama_gdp_c/freq=M&unit=EUR_HAB&indic_na=B1GM&geo=IT";

        assertThatThrownBy(() -> new EurostatConnector()
                        .read(new Payload("x", body, Instant.parse("2026-11-26T12:00:00Z")), List.of(key)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("`updated` is missing");
    }
}
