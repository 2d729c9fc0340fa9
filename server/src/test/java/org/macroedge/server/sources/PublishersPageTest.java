package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.series.Series;

/// The list of indicators whose actuals come from their publishers, in docs/reference/sources.md, is made of the
/// catalogue. `-Dmacro-edge.write=true` writes it.
class PublishersPageTest {

    private static final Path PAGE = Path.of("../docs/reference/sources.md");
    private static final String START = "<!-- written by PublishersPageTest -->\n";
    private static final String END = "<!-- end -->";
    private static final String FRED_START = "<!-- FRED: written by PublishersPageTest -->\n";
    private static final String FRED_END = "<!-- FRED: end -->";
    private static final String CENSUS_START = "<!-- census: written by PublishersPageTest -->\n";
    private static final String CENSUS_END = "<!-- census: end -->";
    private static final String BEA_START = "<!-- bea: written by PublishersPageTest -->\n";
    private static final String BEA_END = "<!-- bea: end -->";
    private static final int MOST_IMPORTANT = 3;

    /// Sources that answer nobody without a key.
    private static final List<String> WITH_KEY = List.of("bea", "census", "fred");

    @Test
    void thePageListsTheIndicatorsOfEachPublisher() throws IOException {
        String page = Files.readString(PAGE);
        String written = with(page, START, END, list(known -> !WITH_KEY.contains(known.source())));
        written = with(written, BEA_START, BEA_END, list(known -> known.source().equals("bea")));
        written = with(
                written, CENSUS_START, CENSUS_END, list(known -> known.source().equals("census")));
        written =
                with(written, FRED_START, FRED_END, list(known -> known.source().equals("fred")));
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    private static String with(String page, String start, String end, String list) {
        return page.substring(0, page.indexOf(start) + start.length()) + list + page.substring(page.indexOf(end));
    }

    private static String list(Predicate<Series> listed) {
        Catalogue catalogue = CatalogueLoader.load(Path.of("../catalogue"));
        List<Series> series = catalogue.series().stream()
                .filter(listed)
                .sorted(Comparator.comparing((Series known) -> known.source())
                        .thenComparing(known -> known.indicator().id()))
                .toList();
        List<Indicator> indicators =
                series.stream().map(Series::indicator).distinct().toList();
        long important = indicators.stream()
                .filter(indicator -> indicator.importance() == MOST_IMPORTANT)
                .count();
        return "\n%d indicators, %d of them of importance 3:\n\n".formatted(indicators.size(), important)
                + "| Indicator | Importance | Source | Series | Made of it |\n|---|---|---|---|---|\n"
                + series.stream().map(PublishersPageTest::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(Series known) {
        return "| `%s` | %d | `%s` | [`%s`](%s) | %s |\n"
                .formatted(
                        known.indicator().id(),
                        known.indicator().importance(),
                        known.source(),
                        known.key(),
                        known.page(),
                        known.transform().code());
    }
}
