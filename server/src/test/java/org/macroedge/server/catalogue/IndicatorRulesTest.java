package org.macroedge.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// What indicators must satisfy together. Every fault names file, line and field.
class IndicatorRulesTest {

    private static final String OLD = "ch-kof-economic-barometer";
    private static final String NEW = "ch-kof-economic-barometer-2014";

    @TempDir
    private Path folder;

    private EditedCatalogue files;

    @BeforeEach
    void copy() {
        files = EditedCatalogue.in(folder);
    }

    @Test
    void aSuccessorMustExist() {
        files.edit(OLD, "successor: " + NEW, "successor: ch-kof-index");

        assertFault("CH", "successor: ch-kof-index", "successor: no indicator has the id \"ch-kof-index\"");
    }

    @Test
    void anIndicatorWithASuccessorMustEnd() {
        files.edit(OLD, "  validTo: 2014-04-29\n", "");

        assertFault("CH", "successor: " + NEW, "successor: needs validTo: rows after that day belong to the successor");
    }

    @Test
    void aSuccessorMustStartAfterTheEnd() {
        files.edit(OLD, "validTo: 2014-04-29", "validTo: 2014-04-30");

        assertFault(
                "CH",
                "successor: " + NEW,
                "successor: \"" + NEW + "\" must start, by validFrom, after " + OLD + " ends, on 2014-04-30");
    }

    @Test
    void aSuccessorMustDeclareItsStart() {
        files.edit(NEW, "\n  validFrom: 2014-04-30", "");

        assertFault(
                "CH",
                "successor: " + NEW,
                "successor: \"" + NEW + "\" must start, by validFrom, after " + OLD + " ends, on 2014-04-29");
    }

    @Test
    void anIndicatorCannotSucceedItself() {
        files.edit(OLD, "successor: " + NEW, "successor: " + OLD);

        assertFault(
                "CH",
                "successor: " + OLD,
                "successor: \"" + OLD + "\" must start, by validFrom, after " + OLD + " ends, on 2014-04-29");
    }

    @Test
    void anIndicatorSucceedsOneOtherOnly() {
        files.edit("ch-employment-level", "  validTo: 2015-08-25", "  validTo: 2014-04-29\n  successor: " + NEW);

        assertFault(
                "CH",
                "validTo: 2014-04-29\n  successor: " + NEW + "\n- id: " + NEW,
                1,
                "successor: \"" + NEW + "\" already succeeds ch-employment-level");
    }

    @Test
    void anIndicatorMayNotEndBeforeItStarts() {
        files.edit("au-prelim-goods-trade-balance", "validTo: 2021-07-22", "validTo: 2020-04-22");

        assertFault("AU", "validTo: 2020-04-22", "validTo: 2020-04-22 is before validFrom, 2020-04-23");
    }

    /// Removes an indicator from every profile, however many there are.
    private void removeTitles(String indicator) throws IOException {
        try (Stream<Path> profiles = Files.list(folder.resolve("profiles"))) {
            for (Path profile : profiles.toList()) {
                String text = Files.readString(profile);
                Files.writeString(profile, text.replaceAll("(?m)^.*\\b" + indicator + "\\b.*\n", ""));
            }
        }
    }

    @Test
    void anIndicatorNeedsATitle() throws IOException {
        removeTitles("us-cpi-yoy");

        assertFault(
                "US",
                "- id: us-cpi-yoy\n",
                "id: \"us-cpi-yoy\" has no title in profiles: map one to it, or its data never arrive");
    }

    @Test
    void aTitleOfAnyProfileSupplies() throws IOException {
        removeTitles("us-cpi-yoy");
        Files.writeString(
                folder.resolve("profiles/mine.yaml"),
                "source: mine\n"
                        + "file: {columns: {instant: d, title: t}}\n"
                        + "titles:\n"
                        + "  - {title: CPI, indicator: us-cpi-yoy}\n");

        assertThat(files.load().indicator("us-cpi-yoy")).isPresent();
    }

    @Test
    void titlesAreNotAskedForWhereAProfileIsBrokenOrThereIsNone() throws IOException {
        files.edit("profiles/forexfactory-archive.yaml", text -> "titles: [");
        assertThat(files.load().indicators()).isNotEmpty();

        FileSystemUtils.deleteRecursively(folder.resolve("profiles"));
        assertThat(files.load().indicators()).isNotEmpty();
    }

    @Test
    void aVersionInTheStoreKeepsTheRulesOfItsTime() {
        Catalogue shipped = files.load();
        String before = shipped.content().replace("\"validTo\":\"2014-04-29\"", "\"validTo\":\"2014-04-30\"");

        assertThat(before).isNotEqualTo(shipped.content());
        assertThat(CatalogueLoader.stored("catalogue", before, shipped.schemas())
                        .indicator(OLD))
                .isPresent();
    }

    private void assertFault(String region, String place, String fault) {
        assertFault(region, place, 0, fault);
    }

    /// @param further how many lines below the beginning of the place the fault stands
    private void assertFault(String region, String place, int further, String fault) {
        Path file = folder.resolve("indicators/" + region + ".yaml");
        assertThatThrownBy(files::load)
                .isInstanceOf(CatalogueException.class)
                .hasMessage(file + ":" + (line(file, place) + further) + ": " + fault);
    }

    private static long line(Path file, String place) {
        try {
            String text = Files.readString(file);
            int start = text.indexOf(place);
            assertThat(start).as(place).isNotNegative();
            return text.substring(0, start).lines().count() + (text.charAt(start - 1) == '\n' ? 1 : 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
