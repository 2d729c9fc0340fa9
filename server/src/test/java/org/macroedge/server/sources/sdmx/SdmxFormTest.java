package org.macroedge.server.sources.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.StatedSdmx;

/// One set of figures in every form; what is read is the same. The answers are composed.
class SdmxFormTest {

    private static final Instant FETCHED = Instant.parse("2026-11-12T07:00:00Z");

    private static final List<String> FIGURES = List.of(
            "DS.M.CH.A MONTHLY 2026-08-01 0.25",
            "DS.M.CH.A MONTHLY 2026-10-01 0",
            "DS.M.NZ.A MONTHLY 2026-08-01 -1.5",
            "DS.M.NZ.A MONTHLY 2026-10-01 3.125");

    private static final SdmxForm STRUCTURED = SdmxForm.structuredMl(ComposedSdmx.DIMENSIONS);

    /// The forms by the names of their tables of cases.
    enum Composed {
        CSV(SdmxForm.CSV, ComposedSdmx.csv()),
        JSON(SdmxForm.JSON, ComposedSdmx.json(false)),
        JSON_DRAFT(SdmxForm.JSON, ComposedSdmx.json(true)),
        JSON_FLAT(SdmxForm.JSON, ComposedSdmx.flatJson()),
        GENERIC(SdmxForm.GENERIC_ML, ComposedSdmx.genericMl()),
        GENERIC_FLAT(SdmxForm.GENERIC_ML, ComposedSdmx.flatGenericMl()),
        STRUCTURED(SdmxFormTest.STRUCTURED, ComposedSdmx.structuredMl()),
        STRUCTURED_FLAT(SdmxFormTest.STRUCTURED, ComposedSdmx.flatStructuredMl()),
        GENERIC_AS_STRUCTURED(SdmxFormTest.STRUCTURED, ComposedSdmx.genericMl());

        private final SdmxForm form;
        private final String body;

        Composed(SdmxForm form, String body) {
            this.form = form;
            this.body = body;
        }

        private List<String> read(byte[] bytes) {
            return form.reader().read(new Payload("x", bytes, FETCHED), ComposedSdmx.KEYS).stream()
                    .map(StatedFigures::text)
                    .toList();
        }

        private List<String> read(String text) {
            return read(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFormGivesTheSameFigures(Composed composed) {
        assertThat(composed.read(composed.body)).containsExactlyInAnyOrderElementsOf(FIGURES);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "sdmx-faults.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '~')
    void anAnswerOfAnotherFormIsNotGuessed(Composed composed, String part, String by, String reason) {
        assertThat(composed.body).contains(part);

        assertThatThrownBy(() -> composed.read(composed.body.replace(part, by == null ? "" : by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "JSON_FLAT", "GENERIC", "GENERIC_FLAT", "STRUCTURED", "STRUCTURED_FLAT"})
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault(Composed composed) {
        Map<Composed, StatedSdmx.Form> stated = new TreeMap<>(Map.of(
                Composed.JSON, StatedSdmx.Form.JSON,
                Composed.JSON_FLAT, StatedSdmx.Form.JSON,
                Composed.GENERIC, StatedSdmx.Form.GENERIC,
                Composed.GENERIC_FLAT, StatedSdmx.Form.GENERIC,
                Composed.STRUCTURED, StatedSdmx.Form.STRUCTURED,
                Composed.STRUCTURED_FLAT, StatedSdmx.Form.STRUCTURED));

        Mutations.assertOwnFiguresOrCodedFaults(
                composed::read,
                composed.body,
                body -> StatedSdmx.of(stated.get(composed), "DS", ComposedSdmx.DIMENSIONS, body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "{}", "<html><body>Too many requests</body></html>", "Error 500"})
    void anAnswerThatIsNoDataIsAFault(String body) {
        for (Composed composed : Composed.values()) {
            assertThatThrownBy(() -> composed.read(body)).as(composed.name()).isInstanceOf(SourceFault.class);
        }
    }

    @Test
    void anAnswerWithoutFiguresSaysSo() {
        String empty = ComposedSdmx.genericMl().replaceFirst("(?s)<g:Series>.*</g:Series>", "");
        String missing = ComposedSdmx.csv().replaceAll("(?m),[-0-9.]+,A$", ",NaN,A");

        assertNoRows(() -> Composed.GENERIC.read(empty));
        assertNoRows(() -> Composed.CSV.read(missing));
        assertNoRows(() -> Composed.JSON_FLAT.read(ComposedSdmx.flatJson().replaceAll(":\\[[-0-9.]+\\]", ":[null]")));
    }

    private static void assertNoRows(Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @Test
    void aDocumentCannotBringAnythingFromElsewhere() {
        String body = ComposedSdmx.genericMl();
        String declared = body.replace(
                "<m:GenericData", "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><m:GenericData");

        assertThatThrownBy(() -> Composed.GENERIC.read(declared.replace("value=\"0\"", "value=\"&f;\"")))
                .isInstanceOf(SourceFault.class);
        assertThatThrownBy(() -> Composed.GENERIC.read(declared))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> Composed.GENERIC.read("<GenericData>" + "<a>".repeat(100_000)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("deep");
    }
}
