package org.macroedge.server.exports.scheduled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.exports.BrokerSymbols;
import org.macroedge.server.exports.CsvDialect;
import org.macroedge.server.exports.ExportFormat;
import org.macroedge.server.exports.ExportKind;
import org.macroedge.server.exports.ExportedReleases;
import org.macroedge.server.exports.ReleaseLayout;
import org.macroedge.server.jobs.JobSchedule;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.surprises.HistoryGrid;

class ScheduledExportsTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Path HOME = Path.of("/srv/home");
    private static final String GOOD = """
        exports:
          - id: us
            export: surprises
            region: US
            indicator: us-cpi-mom
            from: 2020-01-01
            to: 2030-01-01
            columns: [indicator, released_at, z]
            format: parquet
            times: [07:00, 18:30]
            zone: Europe/Berlin
            output: exports/daily
            keep: 30
          - id: robot
            export: bias
            instrument: EURUSD
            weightSet: default
            at: release
            dialect: metatrader
            serverTime: new-york+7
            symbols: EURUSD:EURUSD.r
            symbolSuffix: .x
            times: ["00:05"]
            output: /srv/robot
          - id: all
            export: releases
            layout: import
            columns: [forecast_low]
            times: [12:00]
            output: s3://my-exports/daily
          - id: index
            export: indices
            index: US
            times: [12:00]
            output: s3://my-exports/
          - id: closes
            export: prices
            times: [12:00]
            output: .
        """;

    @TempDir
    Path folder;

    private List<ScheduledExport> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("exports.yaml"), text);
        return ScheduledExports.read(file, CATALOGUE, HOME).exports();
    }

    private MacroEdgeException refused(String text) {
        MacroEdgeException fault = catchThrowableOfType(MacroEdgeException.class, () -> read(text));
        assertThat(fault).as(text).isNotNull();
        DeclaredMessages.assertSeen("ScheduledExportMessage.FAULTY_FILE", String.valueOf(fault.getMessage()));
        assertThat(fault.code()).isEqualTo(ProblemCode.SETTING_FAULT);
        return fault;
    }

    @Test
    void everyFieldIsReadIntoItsExport() throws IOException {
        List<ScheduledExport> exports = read(GOOD);

        ScheduledExport us = exports.getFirst();
        assertThat(us.request())
                .isEqualTo(new ExportRequest(
                        ExportKind.SURPRISES,
                        ReleaseLayout.ANALYSIS,
                        new ExportedReleases(
                                "us-cpi-mom",
                                Region.US,
                                null,
                                Instant.parse("2020-01-01T00:00:00Z"),
                                Instant.parse("2030-01-01T23:59:59.999999Z")),
                        null,
                        "default",
                        HistoryGrid.CLOSE,
                        List.of("indicator", "released_at", "z")));
        assertThat(us.form().format()).isEqualTo(ExportFormat.PARQUET);
        assertThat(us.schedule())
                .isEqualTo(
                        new JobSchedule(ZoneId.of("Europe/Berlin"), List.of(LocalTime.of(7, 0), LocalTime.of(18, 30))));
        assertThat(us.place()).isEqualTo(new FolderPlace(Path.of("/srv/home/exports/daily"), "exports/daily"));
        assertThat(us.keep()).isEqualTo(30);
        ScheduledExport robot = exports.get(1);
        assertThat(robot.request().releases().instrument()).isEqualTo("EURUSD");
        assertThat(robot.request().grid()).isEqualTo(HistoryGrid.RELEASE);
        assertThat(robot.form().dialect()).isEqualTo(CsvDialect.METATRADER);
        assertThat(robot.form().symbols()).isEqualTo(new BrokerSymbols(Map.of("EURUSD", "EURUSD.r"), ".x"));
        assertThat(robot.schedule().zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(robot.place()).isEqualTo(new FolderPlace(Path.of("/srv/robot"), "/srv/robot"));
        assertThat(robot.keep()).isNull();
        assertThat(exports.get(2).request().layout()).isEqualTo(ReleaseLayout.IMPORT);
        assertThat(exports.get(3).request().index()).isEqualTo("US");
        assertThat(exports.stream().map(ScheduledExport::place).map(Object::toString))
                .containsExactly("exports/daily", "/srv/robot", "s3://my-exports/daily/", "s3://my-exports/", ".");
        assertThat(exports.getLast().place()).isEqualTo(new FolderPlace(HOME, "."));
    }

    @Test
    void withoutAFileNothingIsExported() {
        assertThat(ScheduledExports.read(null, CATALOGUE, HOME).exports()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: us | id: Us | :2: id: \"Us\" is not an id of at most 20 lower-case letters, digits and hyphens",
                "id: us | id: a23456789012345678901 | :2: id: \"a23456789012345678901\" is not an id",
                "id: robot | id: us | :14: id: is not valid: an export above has this id",
                "export: surprises | export: surprise | :3: export: \"surprise\" is not one of releases, surprises,"
                        + " bias",
                "export: surprises | exprot: surprises | :2: export: is missing",
                "region: US | region: XX | :4: region: \"XX\" is not one of ",
                "region: US | layout: import | :4: layout: is unknown; use one of id, export, times, zone, output,",
                "region: US | asOf: 2020-01-01 | :4: asOf: is unknown",
                "us-cpi-mom | us-cpi-mo | :5: indicator: no indicator has the id \"us-cpi-mo\"",
                "from: 2020-01-01 | from: 2020-02-30 | :6: from: \"2020-02-30\" is not a date, or an instant like ",
                "to: 2030-01-01 | to: 2019-12-31 | :7: to: is not valid: the period ends before it starts",
                "released_at, z | released, z | :8: columns: \"released\" is not one of indicator, released_at, actual",
                "released_at, z | z, z | :8: columns: is not valid: each column is named once",
                "[indicator, released_at, z] | [] | :8: columns: has 0 entries, but needs 1 to ",
                "[indicator, released_at, z] | z | :8: columns: is not a list",
                "[forecast_low] | [z] | :28: columns: \"z\" is not one of indicator, released_at, period, actual",
                "format: parquet | format: pdf | :9: format: \"pdf\" is not one of csv, parquet, xlsx, arrow",
                "format: parquet | dialect: excel | :9: dialect: \"excel\" is not one of plain, spreadsheet-en",
                "[07:00, 18:30] | [7:00] | :10: times: \"7:00\" is not a time from 00:00 to 23:59, like 07:00",
                "[07:00, 18:30] | [24:00] | :10: times: \"24:00\" is not a time",
                "[07:00, 18:30] | [07:00:30] | :10: times: \"07:00:30\" is not a time",
                "[07:00, 18:30] | [07:00, 07:00] | :10: times: is not valid: each time is named once",
                "[07:00, 18:30] | [] | :10: times: has 0 entries, but needs 1 to 24",
                "Europe/Berlin | Europe/Bonn | :11: zone: \"Europe/Bonn\" is not a time zone, like Europe/Berlin or"
                        + " UTC",
                "Europe/Berlin | +25:00 | :11: zone: \"+25:00\" is not a time zone",
                "output: exports/daily | output: ../daily | :12: output: \"../daily\" is not a folder, absolute or"
                        + " below",
                "output: exports/daily | output: a/../../daily | :12: output: \"a/../../daily\" is not a folder",
                "output: exports/daily | output: \"\" | :12: output: \"\" is not a folder",
                "output: exports/daily | output: ~/daily | :12: output: \"~/daily\" is not a folder, absolute or below",
                "output: exports/daily | output: s3://x | :13: keep: is not valid: objects of S3 are",
                "output: exports/daily | output: s3://bucket//a | :13: keep: is not valid: objects of S3 are",
                "output: /srv/robot | output: s3://x | :24: output: \"s3://x\" is not the address of a bucket",
                "output: /srv/robot | output: s3://bucket//a | :24: output: \"s3://bucket//a\" is not the address of",
                "output: exports/daily | output: s3://bucket/ | :13: keep: is not valid: objects of S3 are deleted by"
                        + " a",
                "keep: 30 | keep: 0 | :13: keep: \"0\" is not a whole number from 1 to 100000",
                "keep: 30 | keep: all | :13: keep: \"all\" is not a whole number",
                "instrument: EURUSD | instrument: EURUSE | :16: instrument: no instrument has the id \"EURUSE\"",
                "weightSet: default | weightSet: gr owth | :17: weightSet: \"gr owth\" is not the id of a weight set",
                "at: release | at: hour | :18: at: \"hour\" is not one of close, release",
                "dialect: metatrader | dialect: plain | :20: serverTime: is not valid: serverTime applies to dialect",
                "serverTime: new-york+7 | serverTime: noon | :20: serverTime: is not valid: ",
                "EURUSD:EURUSD.r | EURUSE:EURUSD.r | :21: symbols: no instrument has the id \"EURUSE\"",
                "EURUSD:EURUSD.r | EURUSD | :21: symbols: is not valid: Invalid value for symbols: \"EURUSD\"",
                "index: US | index: XXX | :33: index: no index has the id \"XXX\"",
                "exports: | export: | :2: export: is unknown; use one of exports"
            })
    void aFaultIsToldWithFileLineAndField(String replaced, String by, String told) {
        assertThat(GOOD).contains(replaced);
        assertThat(refused(GOOD.replaceFirst(Pattern.quote(replaced), by)))
                .hasMessageContaining("MACRO_EDGE_EXPORTS names a file that cannot be used: ")
                .hasMessageContaining("exports.yaml" + told)
                .hasMessageContaining("Correct it, or what it names, and start again");
    }

    /// A caller of the API may take a weight set back, and must not keep a server from starting.
    @Test
    void aWeightSetThatIsNotInForceIsNoFaultOfTheFile() throws IOException {
        String lacking = GOOD.replace("weightSet: default", "weightSet: growth");

        assertThat(read(lacking).get(1).request().weightSet()).isEqualTo("growth");
        assertThat(ExportFileCheck.of(Files.writeString(folder.resolve("lacking.yaml"), lacking), CATALOGUE, HOME))
                .isEqualTo(new ExportFileCheck(5, List.of("robot (weight set growth)")));
        assertThat(ExportFileCheck.of(Files.writeString(folder.resolve("good.yaml"), GOOD), CATALOGUE, HOME)
                        .lacking())
                .isEmpty();
    }

    @Test
    void aFileHasNoMoreThanAHundredExports() throws IOException {
        String entry = "  - {id: e%d, export: prices, times: [12:00], output: .}%n";
        String most = IntStream.range(0, 100).mapToObj(entry::formatted).collect(Collectors.joining());

        assertThat(read("exports:\n" + most)).hasSize(100);
        assertThat(refused("exports:\n" + most + entry.formatted(100)))
                .hasMessageContaining(":2: exports: has 101 entries, but needs 0 to 100");
        assertThat(read("exports: []")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        MacroEdgeException fault = catchThrowableOfType(
                MacroEdgeException.class, () -> ScheduledExports.read(folder.resolve("none.yaml"), CATALOGUE, HOME));

        assertThat(fault).hasMessageContaining("none.yaml:1: file: cannot be read: it does not exist");
    }

    /// 07:00 in Berlin is 06:00 in UTC in winter and 05:00 in summer.
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T12:00:00Z, us-2026-03-28T060000Z.parquet",
        "2026-03-29T05:00:00Z, us-2026-03-29T050000Z.parquet",
        "2026-03-29T04:59:59Z, us-2026-03-28T173000Z.parquet",
        "2026-10-24T05:00:00Z, us-2026-10-24T050000Z.parquet",
        "2026-10-25T05:59:59Z, us-2026-10-24T163000Z.parquet",
        "2026-10-25T06:00:00Z, us-2026-10-25T060000Z.parquet"
    })
    void aFileIsNamedByTheInstantAtWhichItWasDue(Instant now, String name) throws IOException {
        assertThat(read(GOOD).getFirst().due(now)).hasToString(name);
    }
}
