package org.macroedge.server.releases.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.engine.vocabulary.ReleaseId;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.releases.Print;

class FactMoverTest {

    private static final Catalogue SHIPPED = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Instant OWN_CLOCK = Instant.parse("2021-03-30T09:15:00Z");
    private static final Instant EARLIER = Instant.parse("2021-03-30T06:00:00Z");
    private static final Instant RULED = Instant.parse("2021-03-30T12:00:00Z");

    private final FactCollector facts = new FactCollector(100);

    @Test
    void whatReplacedAMovedFactIsStatedAnewBehindIt() {
        FactMover moved = moved(Map.of(), print(1, EARLIER, true), print(2, OWN_CLOCK, false));

        assertThat(facts.drain().prints()).containsExactly(print(100, RULED, true), print(101, OWN_CLOCK, false));
        assertThat(moved.moved()).containsExactly(new FactMover.Moved(100, 1), new FactMover.Moved(101, 2));
        assertThat(moved.releases()).isOne();
    }

    @Test
    void whatAMovedFactReplacedStaysBehindIt() {
        moved(Map.of(), print(1, OWN_CLOCK, false), print(2, EARLIER, true));

        assertThat(facts.drain().prints()).containsExactly(print(100, RULED, true));
    }

    @Test
    void ofFactsThatSayTheSameTheLatestAloneCounts() {
        FactMover moved = moved(Map.of(7L, 1L), print(1, EARLIER, true), print(7, RULED, true));

        assertThat(moved.moved()).isEmpty();
        assertThat(moved(Map.of(7L, 1L), print(1, RULED, true), print(7, EARLIER, true))
                        .moved())
                .containsExactly(new FactMover.Moved(100, 1));
    }

    @Test
    void anHourThatTheCatalogueOverruledStaysWhereTheCatalogueKnowsNoneAnyMore() {
        Indicator indicator = SHIPPED.indicator("de-prelim-cpi-mom").orElseThrow();
        LocalDate date = LocalDate.of(2021, 3, 30);

        assertThat(FactMover.ruled(indicator, date, false)).isEqualTo(RULED);
        assertThat(FactMover.ruled(indicator, date, true)).isEqualTo(RULED);
        Indicator irregular = SHIPPED.indicators().stream()
                .filter(one -> one.release().getFirst().time() == null)
                .findFirst()
                .orElseThrow();
        assertThat(FactMover.ruled(irregular, date, false)).isNull();
        assertThat(FactMover.ruled(irregular, date, true)).isEqualTo(irregular.knownAt(date));
    }

    private FactMover moved(Map<Long, Long> origins, Print... prints) {
        FactMover moved = new FactMover(FactMoverTest::indicator, origins, facts);
        moved.take(List.of(prints));
        return moved;
    }

    private static @Nullable Indicator indicator(String id) {
        return SHIPPED.indicator(id).orElse(null);
    }

    private static Print print(long fact, Instant knownAt, boolean bareDate) {
        return new Print(
                fact,
                new ReleaseId("de-prelim-cpi-mom@2021-03-30"),
                "user",
                knownAt,
                BigDecimal.ONE,
                null,
                null,
                bareDate ? LocalDate.of(2021, 3, 30) : null,
                null,
                bareDate ? Set.of(Mark.DATE_ONLY) : Set.of());
    }
}
