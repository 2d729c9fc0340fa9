package org.macroedge.server.releases.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.derivation.Succession;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.releases.intake.IndicatorRows;
import org.macroedge.server.releases.intake.ReportedRelease;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.intake.RowOutcome;
import org.macroedge.server.releases.intake.RowResult;

class RowCollectorTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Succession SUCCESSION = new Succession(CATALOGUE.indicators());
    private static final RowResult IGNORED = new RowResult.Ignored();
    private static final int MOST_FAULTS = 100_000;

    private final List<String> reports = new ArrayList<>();

    private final ImportProgress progress = new ImportProgress() {
        @Override
        public void reading(String file) {
            reports.add(file);
        }

        @Override
        public void read(long rows) {
            reports.add(String.valueOf(rows));
        }

        @Override
        public void writing(long facts) {
            throw new AssertionError("a collector writes nothing");
        }
    };

    @Test
    void everyResultIsCountedOnce() {
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, progress, 10)) {
            rows.accept(mapped("us-nonfarm-payrolls", 1));
            rows.accept(IGNORED);
            rows.accept(IGNORED);
            rows.accept(new RowResult.Unmapped("US Tea leaves"));
            rows.accept(new RowResult.Unmapped("US Sunshine"));
            rows.accept(new RowResult.Unmapped("US Tea leaves"));
            rows.accept(fault(7));

            ImportCounts counts = rows.counts(Map.of(RowOutcome.IMPORTED, 1L), 1, 5, List.of());

            assertThat(counts)
                    .isEqualTo(new ImportCounts(
                            7,
                            1,
                            0,
                            0,
                            0,
                            2,
                            3,
                            1,
                            5,
                            0,
                            List.of(
                                    new ImportCounts.UnmappedTitle("US Tea leaves", 2),
                                    new ImportCounts.UnmappedTitle("US Sunshine", 1))));
            assertThat(rows.faults()).extracting(RowFault::line).containsExactly(7L);
        }
    }

    @Test
    void mappedRowsAreTakenByIndicatorInTheirOrder() {
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, progress, 3)) {
            List.of(4, 1, 3).forEach(line -> rows.accept(mapped("us-nonfarm-payrolls", line)));
            rows.accept(mapped("de-ifo-business-climate", 2));

            List<List<Indicator>> groups = rows.groups();

            assertThat(groups)
                    .extracting(group -> group.getFirst().id().value())
                    .containsExactly("de-ifo-business-climate-2018", "us-nonfarm-payrolls");
            List<IndicatorRows> taken = rows.take(groups.getLast());
            assertThat(taken).hasSize(1);
            assertThat(taken.getFirst().indicator()).isEqualTo(groups.getLast().getFirst());
            assertThat(taken.getFirst().rows())
                    .extracting(ReportedRelease::line)
                    .containsExactly(4L, 1L, 3L);
        }
    }

    @Test
    void progressIsReportedAtEachFileEachThousandRowsAndTheEnd() {
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, progress, 10)) {
            rows.startFile("a.csv");
            for (int row = 0; row < 1_999; row++) {
                rows.accept(IGNORED);
            }
            rows.startFile("b.csv");
            rows.accept(IGNORED);
            rows.accept(IGNORED);
            rows.end();
        }

        assertThat(reports).containsExactly("a.csv", "1000", "b.csv", "2000", "2001");
    }

    @Test
    void moreFaultsThanTheLimitEndTheImport() {
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, progress, 10)) {
            for (int line = 1; line <= MOST_FAULTS; line++) {
                rows.accept(fault(line));
            }
            assertThat(rows.faults()).hasSize(MOST_FAULTS);

            assertThatThrownBy(() -> rows.accept(fault(MOST_FAULTS + 1)))
                    .isInstanceOf(MacroEdgeException.class)
                    .hasMessageStartingWith("More than 100,000 rows cannot be read. The last fault: not a number")
                    .hasMessageContaining("push:100001");
        }
    }

    @Test
    void moreTextOfFaultsThanTheLimitEndsTheImport() {
        RowFault longRow =
                new RowFault("push", 1, RowFault.Reason.UNREADABLE_ACTUAL, "not a number", "x".repeat(1_000_000));
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, progress, 10)) {
            assertThatThrownBy(() -> IntStream.range(0, 51).forEach(row -> rows.accept(new RowResult.Faulty(longRow))))
                    .isInstanceOf(MacroEdgeException.class)
                    .hasMessageStartingWith("Rows of more than 50,000,000 letters cannot be read. The last fault: not");
        }
    }

    @Test
    void moreRowsOfAnIndicatorThanTheLimitEndTheImport() {
        try (RowCollector rows = new RowCollector("mine", SUCCESSION, ImportProgress.SILENT, 50_000)) {
            IntStream.rangeClosed(1, RowCollector.MOST_OF_INDICATOR)
                    .forEach(line -> rows.accept(mapped("us-nonfarm-payrolls", line)));

            assertThatThrownBy(() -> rows.accept(mapped("us-nonfarm-payrolls", 100_001)))
                    .isInstanceOf(MacroEdgeException.class)
                    .hasMessageStartingWith(
                            "More than 100,000 rows are about us-nonfarm-payrolls (push:100001). Nothing");
        }
    }

    private static RowResult fault(long line) {
        return new RowResult.Faulty(new RowFault("push", line, RowFault.Reason.UNREADABLE_ACTUAL, "not a number", "x"));
    }

    private static RowResult mapped(String indicator, int line) {
        return new RowResult.Mapped(new ReportedRelease(
                "push",
                line,
                "US payrolls",
                "mine",
                CATALOGUE.indicator(indicator).orElseThrow(),
                Instant.parse("2021-09-03T12:30:00Z"),
                null,
                false,
                null,
                BigDecimal.ONE,
                null,
                List.of(),
                null,
                null,
                false,
                null));
    }
}
