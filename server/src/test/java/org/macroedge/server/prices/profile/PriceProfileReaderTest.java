package org.macroedge.server.prices.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.catalogue.PriceSeries;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.catalogue.YamlDocument;
import org.macroedge.server.releases.intake.Finding;
import org.macroedge.server.releases.intake.RowFault;
import org.macroedge.server.releases.profile.CalendarFile;

class PriceProfileReaderTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));

    private static final String EVERY_FIELD = """
        source: mine
        file: {delimiter: ";", encoding: ISO-8859-1}
        columns: {date: [Tag, Datum], open: [Er\u00f6ffnung], close: [Schluss]}
        date: dd.MM.yyyy
        decimal: ","
        missing: ["kein Handel"]
        symbol: file-name
        headers: {skip: [K\u00fcrzel, Einheit], symbol: K\u00fcrzel}
        """;

    private static PriceProfile profile(String yaml) {
        return PriceProfileReader.read(
                YamlDocument.read("mine.yaml", yaml.getBytes(StandardCharsets.UTF_8)), CATALOGUE.schemas());
    }

    @Test
    void everyFieldOfAProfileCounts() {
        Rows rows = new Rows();
        long read = rows.read(EVERY_FIELD, StandardCharsets.ISO_8859_1, """
            Datum;Er\u00f6ffnung;Schluss
            K\u00fcrzel;;SPX
            Einheit;;Punkte
            03.09.2021;4.532,42;4.535,43
            06.09.2021;;kein Handel
            """);

        assertThat(read).isEqualTo(2);
        assertThat(rows.prices)
                .extracting(row ->
                        row.date() + " " + row.bar().open() + " " + row.bar().close() + " " + row.line())
                .containsExactly("2021-09-03 4532.42 4535.43 4");
        assertThat(rows.closed).containsExactly(LocalDate.of(2021, 9, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol: file-name | symbol: instrument | symbol: is instrument if, and only if, columns name one",
                "symbol: K\u00fcrzel | symbol: Symbol | \"Symbol\" is not one of the rows to skip",
                "decimal: \",\" | decimal: x | is not a point or a comma",
                "dd.MM.yyyy | dd.bb | is not a pattern like dd.MM.uuuu",
                "ISO-8859-1 | none | is not an encoding like UTF-8",
                "close: | clsoe: | clsoe",
                "source: mine | source: My Source | is not the id of a source like yahoo",
            })
    void aFaultyProfileSaysWhatIsWrongAndWhere(String right, String wrong, String message) {
        assertThatThrownBy(() -> profile(EVERY_FIELD.replace(right, wrong)))
                .hasMessageContaining("mine.yaml:")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-36.98, -36.98",
        "+5, 5",
        "1e-05, 0.00001",
        ".5, .5",
        "'1,234.5', 1234.5",
        "17.65999984741211, 17.65999984741211",
        "'1,23', ",
        "1.2.3, ",
        "., ",
        "'', ",
        "1e999, ",
        "0x10, ",
        "NaN, "
    })
    void aNumberIsReadExactlyOrNotAtAll(String text, BigDecimal number) {
        assertThat(new PriceNumbers('.').read(text).map(BigDecimal::stripTrailingZeros))
                .isEqualTo(Optional.ofNullable(number).map(BigDecimal::stripTrailingZeros));
    }

    /// What a file says.
    private static final class Rows implements PriceConsumer {

        private final List<PriceRow> prices = new ArrayList<>();
        private final List<LocalDate> closed = new ArrayList<>();

        long read(String yaml, Charset encoding, String content) {
            PriceProfile profile = profile(yaml);
            return PriceFileReader.read(
                    new CalendarFile("x.csv", () -> new ByteArrayInputStream(content.getBytes(encoding))),
                    profile,
                    SeriesFinder.of(CATALOGUE, profile.source(), "SPX"),
                    Instant.parse("2026-11-01T00:00:00Z"),
                    this);
        }

        @Override
        public void price(PriceRow row) {
            prices.add(row);
        }

        @Override
        public void closed(PriceSeries series, LocalDate date) {
            closed.add(date);
        }

        @Override
        public void unmapped(String instrument) {
            throw new AssertionError(instrument);
        }

        @Override
        public void fault(RowFault fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void finding(Finding finding) {
            throw new AssertionError(finding);
        }
    }
}
