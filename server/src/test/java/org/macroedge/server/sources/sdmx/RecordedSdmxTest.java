package org.macroedge.server.sources.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.StatedSdmx;
import org.macroedge.server.sources.series.Observation;

/// Answers of publishers in SDMX-JSON and SDMX-ML, as others recorded them.
@Tag("recorded")
class RecordedSdmxTest {

    private static final Path HTTP = Path.of(System.getProperty("macro-edge.recorded"), "http");
    private static final Instant FETCHED = Instant.parse("2026-11-26T12:00:00Z");

    private static final List<String> RATES =
            List.of("EXR.M.CHF.EUR.SP00.E", "EXR.M.GBP.EUR.SP00.E", "EXR.M.JPY.EUR.SP00.E", "EXR.M.USD.EUR.SP00.E");

    private static final List<String> DIMENSIONS_OF_RATES =
            List.of("FREQ", "CURRENCY", "CURRENCY_DENOM", "EXR_TYPE", "EXR_VAR");

    private static byte[] body(String file) throws IOException {
        return Files.readAllBytes(HTTP.resolve(file));
    }

    private static List<Observation> read(SdmxForm form, String file, List<String> keys) throws IOException {
        return form.reader().read(new Payload("x", body(file), FETCHED), keys);
    }

    @Test
    void aPolicyRateOfZeroIsAFigure() throws IOException {
        assertThat(read(SdmxForm.GENERIC_ML, "bis/bis-data.xml", List.of("WS_CBPOL.M.CH")))
                .extracting(Observation::period, Observation::value)
                .containsExactly(
                        tuple(LocalDate.parse("2025-12-01"), BigDecimal.ZERO),
                        tuple(LocalDate.parse("2026-01-01"), BigDecimal.ZERO),
                        tuple(LocalDate.parse("2026-02-01"), BigDecimal.ZERO));
    }

    @Test
    void daysWithoutAYieldAreLeftOut() throws IOException {
        List<Observation> yields = read(
                SdmxForm.GENERIC_ML,
                "central-banks/bbk-data.xml",
                List.of("BBSIS.D.I.ZAR.ZI.EUR.S1311.B.A604.R10XX.R.A.A._Z._Z.A"));

        assertThat(yields).hasSize(214 - 66);
        assertThat(yields.getFirst().period()).isEqualTo(LocalDate.parse("2020-01-02"));
        assertThat(yields.getFirst().value()).isEqualByComparingTo("-0.16");
    }

    @Test
    void businessDaysOfTwoRatesAreRead() throws IOException {
        assertThat(read(
                        SdmxForm.GENERIC_ML,
                        "central-banks/nob-data.xml",
                        List.of("EXR.B.USD.NOK.SP", "EXR.B.EUR.NOK.SP")))
                .hasSize(4)
                .filteredOn(rate -> rate.key().equals("EXR.B.USD.NOK.SP"))
                .extracting(Observation::period, Observation::value)
                .containsExactly(
                        tuple(LocalDate.parse("2026-08-20"), new BigDecimal("9.3335")),
                        tuple(LocalDate.parse("2026-08-21"), new BigDecimal("9.2893")));
    }

    @ParameterizedTest
    @CsvSource({
        "ecb/ecb-data-fm.xml, FM, 47, 575",
        "ecb/ecb-data.xml, EXR, 1, 6486",
        "ecb/ECB_EXR/1/M.USD.EUR.SP00.A.xml, EXR, 1, 252"
    })
    void allSeriesOfALargeAnswerAreRead(String file, String dataset, int series, int figures) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        Matcher key = Pattern.compile("<generic:SeriesKey>(.*?)</generic:SeriesKey>", Pattern.DOTALL)
                .matcher(new String(body(file), StandardCharsets.UTF_8));
        while (key.find()) {
            StringBuilder name = new StringBuilder(dataset);
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(key.group(1));
            while (value.find()) {
                name.append('.').append(value.group(1));
            }
            keys.add(name.toString());
        }

        assertThat(keys).hasSize(series);
        assertThat(read(SdmxForm.GENERIC_ML, file, List.copyOf(keys))).hasSize(figures);
    }

    @Test
    void aRateHasAllItsDecimals() throws IOException {
        assertThat(read(SdmxForm.GENERIC_ML, "ecb/ECB_EXR/1/M.USD.EUR.SP00.A.xml", List.of("EXR.M.USD.EUR.SP00.A")))
                .filteredOn(rate -> rate.period().equals(LocalDate.parse("1999-03-01")))
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("1.088295652173913"));
    }

    /// The same twelve rates in every shape of generic and structure-specific data, with groups of three kinds.
    private static Stream<String> shapesOfRates() {
        return Stream.of("ng", "rg", "sg")
                .flatMap(group -> Stream.of("flat", "ts", "ts-gf").map(shape -> group + "-" + shape))
                .flatMap(name ->
                        Stream.of(name + ".xml", name.equals("sg-flat") ? "sg-ts-gf-flat-ss.xml" : name + "-ss.xml"))
                .map(name -> "ecb/ECB_EXR/" + name);
    }

    @ParameterizedTest
    @MethodSource("shapesOfRates")
    void everyShapeOfMarkupGivesTheSameRates(String file) throws IOException {
        SdmxForm form = file.endsWith("-ss.xml") ? SdmxForm.structuredMl(DIMENSIONS_OF_RATES) : SdmxForm.GENERIC_ML;

        assertThat(read(form, file, RATES).stream().map(StatedFigures::text))
                .containsExactlyInAnyOrder(
                        "EXR.M.CHF.EUR.SP00.E MONTHLY 2010-08-01 1.3413",
                        "EXR.M.CHF.EUR.SP00.E MONTHLY 2010-09-01 1.3089",
                        "EXR.M.CHF.EUR.SP00.E MONTHLY 2010-10-01 1.3452",
                        "EXR.M.GBP.EUR.SP00.E MONTHLY 2010-08-01 0.82363",
                        "EXR.M.GBP.EUR.SP00.E MONTHLY 2010-09-01 0.83987",
                        "EXR.M.GBP.EUR.SP00.E MONTHLY 2010-10-01 0.87637",
                        "EXR.M.JPY.EUR.SP00.E MONTHLY 2010-08-01 110.04",
                        "EXR.M.JPY.EUR.SP00.E MONTHLY 2010-09-01 110.26",
                        "EXR.M.JPY.EUR.SP00.E MONTHLY 2010-10-01 113.67",
                        "EXR.M.USD.EUR.SP00.E MONTHLY 2010-08-01 1.2894",
                        "EXR.M.USD.EUR.SP00.E MONTHLY 2010-09-01 1.3067",
                        "EXR.M.USD.EUR.SP00.E MONTHLY 2010-10-01 1.3898");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ng-xs", "rg-xs", "sg-xs"})
    void crossSectionsAreRefused(String name) {
        assertThatThrownBy(() -> read(SdmxForm.GENERIC_ML, "ecb/ECB_EXR/" + name + ".xml", RATES))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("its figures run over CURRENCY, not over time");
        assertThatThrownBy(() ->
                        read(SdmxForm.structuredMl(DIMENSIONS_OF_RATES), "ecb/ECB_EXR/" + name + "-ss.xml", RATES))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("its figures run over CURRENCY, not over time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "xs", "flat"})
    void everyShapeOfJsonGivesTheSameRates(String name) throws IOException {
        assertThat(read(
                                SdmxForm.JSON,
                                "ecb/ECB_EXR/" + name + ".json",
                                List.of("EXR.D.NZD.EUR.SP00.A", "EXR.D.RUB.EUR.SP00.A"))
                        .stream()
                        .map(StatedFigures::text))
                .containsExactlyInAnyOrder(
                        "EXR.D.NZD.EUR.SP00.A IRREGULAR 2013-01-18 1.5931",
                        "EXR.D.NZD.EUR.SP00.A IRREGULAR 2013-01-21 1.5925",
                        "EXR.D.RUB.EUR.SP00.A IRREGULAR 2013-01-18 40.3426",
                        "EXR.D.RUB.EUR.SP00.A IRREGULAR 2013-01-21 40.3");
    }

    @Test
    void anAnswerThatDeletesFiguresIsRefused() {
        assertThatThrownBy(() -> read(
                        SdmxForm.JSON,
                        "ecb/ECB_EXR/action-delete.json",
                        List.of("EXR.D.NZD.EUR.SP00.A", "EXR.D.RUB.EUR.SP00.A")))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("it deletes figures");
    }

    @Test
    void fiveCountriesOfTheOecdAreRead() throws IOException {
        List<String> keys = Stream.of("AUS", "AUT", "BEL", "CAN", "CHL")
                .map(country -> "QNA." + country + ".B1_GE.VOBARSA.Q")
                .toList();
        List<Observation> output = read(SdmxForm.JSON, "oecd/oecd1.json", keys);

        assertThat(output).hasSize(5 * 12);
        assertThat(output)
                .filteredOn(figure -> figure.key().equals("QNA.AUS.B1_GE.VOBARSA.Q"))
                .first()
                .satisfies(first -> {
                    assertThat(first.period()).isEqualTo(LocalDate.parse("2009-01-01"));
                    assertThat(first.value()).isEqualByComparingTo("1321158.283224");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eurostat/ESTAT/footer2.xml", "eurostat/ESTAT/esms.xml", "eurostat/ESTAT/demography-xs.xml"})
    void answersWithoutFiguresOverTimeAreFaults(String file) {
        assertThatThrownBy(() -> read(SdmxForm.GENERIC_ML, file, RATES)).isInstanceOf(SourceFault.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GENERIC, bis/bis-data.xml, WS_CBPOL, WS_CBPOL.M.CH, FREQ REF_AREA",
        "GENERIC, central-banks/nob-data.xml, EXR, EXR.B.USD.NOK.SP EXR.B.EUR.NOK.SP, FREQ BASE_CUR QUOTE_CUR TENOR",
        "STRUCTURED, ecb/ECB_EXR/sg-ts-ss.xml, EXR, , FREQ CURRENCY CURRENCY_DENOM EXR_TYPE EXR_VAR"
    })
    @Tag("seeded")
    void aDamagedAnswerGivesItsOwnFiguresOrACodedFault(
            StatedSdmx.Form stated, String file, String dataset, String keys, String names) throws IOException {
        List<String> dimensions = List.of(names.split(" "));
        List<String> asked = keys == null ? RATES : List.of(keys.split(" "));
        SdmxForm form = stated == StatedSdmx.Form.GENERIC ? SdmxForm.GENERIC_ML : SdmxForm.structuredMl(dimensions);

        Mutations.assertOwnFiguresOrCodedFaults(
                body -> form.reader().read(new Payload("x", body, FETCHED), asked).stream()
                        .map(StatedFigures::text)
                        .toList(),
                Files.readString(HTTP.resolve(file)),
                body -> StatedSdmx.of(stated, dataset, dimensions, body));
    }
}
