package org.macroedge.server.sources.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.Mutations;
import org.macroedge.server.sources.Payload;
import org.macroedge.server.sources.SourceAccess;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.SourceMessage;
import org.macroedge.server.sources.StatedFigures;
import org.macroedge.server.sources.series.Observation;

/// What is asked of the bureau's download files, and what they mean. The files are composed.
class CensusFilesConnectorTest {

    private static final CensusFilesConnector CONNECTOR = new CensusFilesConnector();
    private static final String SOLD = "RESSALES/ASOLD/TOTAL/yes";
    private static final String PRICE = "RESSALES/SOLD/MEDIAN/no";
    private static final List<String> KEYS = List.of(SOLD, PRICE);
    private static final Instant FETCHED = Instant.parse("2026-09-24T14:02:00Z");

    private static final String FILE = """
        CATEGORIES
        cat_idx,cat_code,cat_desc,cat_indent
        1,SOLD,"New houses sold",0
        2,ASOLD,"Annual rate, new houses sold",0


        DATA TYPES
        dt_idx,dt_code,dt_desc,dt_unit
        1,TOTAL,"All houses",K
        5,MEDIAN,"Median price",DOL


        ERROR TYPES
        et_idx,err_code,err_desc,err_unit
        1,E_TOTAL,"Standard error",PCT


        GEO LEVELS
        geo_idx,geo_code,geo_desc
        1,US,"United States"
        2,NO,"Northeast"


        TIME PERIODS
        per_idx,per_name
        1,Jun-2026
        2,Jul-2026
        3,Aug-2026


        NOTES
        "A note, with
        DATA of its own"


        DATA UPDATED ON
        Thursday, 24-Sep-26 09:06:41 EDT


        DATA
        per_idx,cat_idx,dt_idx,et_idx,geo_idx,is_adj,val
        1,2,1,0,1,1,672
        2,2,1,0,1,1,0
        3,2,1,0,1,1,(NA)
        3,2,0,1,1,1,8
        3,1,5,0,1,0,393700
        3,2,1,0,2,1,23
        3,2,1,0,1,0,55
        """;

    private static List<Observation> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Observation> read(byte[] text) {
        return CONNECTOR.read(new Payload("RESSALES", zip("RESSALES-mf.csv", text), FETCHED), KEYS);
    }

    private static byte[] zip(String name, byte[] text) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream files = new ZipOutputStream(archive)) {
            files.putNextEntry(new ZipEntry("readme.txt"));
            files.putNextEntry(new ZipEntry(name));
            files.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return archive.toByteArray();
    }

    @Test
    void figuresAreThoseOfTheirSeriesZeroIsOneAndErrorsAndOtherAreasAreNone() {
        assertThat(read(FILE))
                .extracting(Observation::key, Observation::frequency, Observation::period, Observation::value)
                .containsExactly(
                        tuple(SOLD, Frequency.MONTHLY, LocalDate.parse("2026-06-01"), new BigDecimal("672")),
                        tuple(SOLD, Frequency.MONTHLY, LocalDate.parse("2026-07-01"), new BigDecimal("0")),
                        tuple(PRICE, Frequency.MONTHLY, LocalDate.parse("2026-08-01"), new BigDecimal("393700")));
    }

    @Test
    void eachProgramIsOneRequest() {
        assertThat(CONNECTOR.requests(
                        new SourceAccess(CONNECTOR.contract().address(), null),
                        List.of(SOLD, "MARTS/44X72/MPCSM/yes", PRICE),
                        LocalDate.parse("2026-09-24")))
                .extracting(asked -> asked.request().address(), asked -> asked.keys())
                .containsExactly(
                        tuple(
                                URI.create("https://www.census.gov/econ_getzippedfile/?programCode=MARTS"),
                                List.of("MARTS/44X72/MPCSM/yes")),
                        tuple(
                                URI.create("https://www.census.gov/econ_getzippedfile/?programCode=RESSALES"),
                                List.of(SOLD, PRICE)));
    }

    @Test
    void aFileWithoutFiguresOfItsSeriesIsAFaultOfTheSource() {
        String header = FILE.substring(0, FILE.indexOf("1,2,1,0,1,1,672"));
        assertThatThrownBy(() -> read(header))
                .isInstanceOfSatisfying(
                        SourceFault.class, fault -> assertThat(fault.fault()).isEqualTo(SourceMessage.NO_ROWS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,ASOLD | 2,BSOLD | `ASOLD` is not once in CATEGORIES",
                "1,SOLD | 2,SOLD | `ASOLD` is not once in CATEGORIES",
                "1,TOTAL | 5,TOTAL | `TOTAL` is not once in DATA TYPES",
                "1,US | 1,USA | `US` is not once in GEO LEVELS",
                "2,Jul-2026 | 2,Jun-2026 | has 2026-06-01 twice, or before its time",
                "2,Jul-2026 | 2,Jul-2027 | has 2027-07-01 twice, or before its time",
                "2,Jul-2026 | 2,July 2026 | \"July 2026\" is not a month",
                "1,1,672 | 1,1,6.7e2 | \"6.7e2\" is not a number",
                "0,1,1,672 | 0,1,2,672 | `is_adj` is 2",
                "price\",DOL | price\",\",DOL | a quote in `DATA TYPES` does not end",
                "is_adj | adjusted | column `is_adj` is missing",
                "0,1,1,672 | 0,1,1 | the rows of `DATA` cannot be read",
                "TIME PERIODS | PERIODS | the rows of `GEO LEVELS` cannot be read",
                "DATA TYPES | NOTES | `DATA TYPES` is missing",
                "ERROR TYPES | DATA TYPES | `DATA TYPES` comes twice"
            })
    void aFileOfAnotherFormIsNotGuessed(String part, String by, String reason) {
        assertThatThrownBy(() -> read(FILE.replaceFirst(Pattern.quote(part), by)))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anArchiveThatIsCutOrHasNoSuchFileIsNotGuessed() {
        byte[] archive = zip("RESSALES-mf.csv", FILE.getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < archive.length / 2; length += 7) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> CONNECTOR.read(new Payload("RESSALES", cut, FETCHED), KEYS))
                    .isInstanceOf(SourceFault.class);
        }
        byte[] other = zip("RESSALES.csv", FILE.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CONNECTOR.read(new Payload("RESSALES", other, FETCHED), KEYS))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("no file in it ends with -mf.csv");
    }

    @Test
    @Tag("seeded")
    void aDamagedFileGivesItsOwnFiguresOrACodedFault() {
        Mutations.assertOwnFiguresOrCodedFaults(
                body -> read(body).stream().map(StatedFigures::text).toList(),
                FILE,
                body -> StatedFigures.censusFile(body, KEYS));
    }
}
