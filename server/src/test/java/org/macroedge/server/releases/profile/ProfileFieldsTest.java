package org.macroedge.server.releases.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Every field of a profile has a reader: changing it changes what is read, one case a line.
class ProfileFieldsTest {

    private static final Path SCHEMA = Path.of("../catalogue/schema/profiles.json");
    private static final Path CASES =
            Path.of("src/test/resources/org/macroedge/server/releases/profile/profile-field-cases.csv");

    /// A profile that a case changes: it replaces a text by another, where `&` stands for a new line.
    private static final String PROFILE = """
        source: mine
        file:
          columns: {title: event, instant: at, actual: actual, forecast: forecast}
        instant: {pattern: "yyyy-MM-dd HH:mm", zone: UTC}
        values: {suffixes: {K: 3}}
        titles:
          - {title: CPI, indicator: us-cpi-yoy}
        """;
    private static final String OTHER = """
        source: other
        file: {columns: {title: event, instant: at}}
        instant: {pattern: "yyyy-MM-dd HH:mm"}
        titles:
          - {title: Payrolls, indicator: us-nonfarm-payrolls}
        """;
    private static final String ROWS = """
        event,at,at2,day,words,clock,year,zone,period,actual,forecast,previous,area,uid,seen,id,low,high,forecasters
        CPI,2021-09-14 12:30,2021-09-14 13:30,09-14 12:30,14 September 2021 12:30,8:30am,2020,+01:00,2021-09-01,5.3,5.2,5.1,USD,e1,2021-09-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2020-10-13 12:30,2020-10-13 13:30,10-13 12:30,13 October 2020 12:30,8:30am,2020,+01:00,2020-10-01,$5.4,5.2,5.1,USD,e0,2020-10-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-10-13 00:00,2021-10-13 01:00,10-13 00:00,13 October 2021 00:00,Tentative,2020,+01:00,2021-10-01,5.4,5.2,5.1,USD,e2,2021-10-01 09:00,us-cpi-mom,5.0,5.4,40
        Payrolls,2021-01-08 13:30,2021-01-08 14:30,01-08 13:30,8 January 2021 13:30,8:30am,2020,+01:00,2021-01-01,1.235,5.2,5.1,EUR,e3,2021-01-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-08-11 13:30,2021-08-11 14:30,08-11 13:30,11 August 2021 13:30,8:30am,2020,+01:00,2021-08-01,(5.3),5.2,5.1,USD,e4,2021-08-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-07-13 12:30,2021-07-13 13:30,07-13 12:30,13 July 2021 12:30,8:30am,2020,+01:00,2021-07-01,<5.3,5.2,5.1,USD,e5,2021-07-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-06-10 12:30,2021-06-10 13:30,06-10 12:30,10 June 2021 12:30,8:30am,2020,+01:00,2021-06-01,1.2-1.4,5.2,5.1,USD,e6,2021-06-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-05-12 12:30,2021-05-12 13:30,05-12 12:30,12 May 2021 12:30,8:30am,2020,+01:00,2021-05-01,5.4|5.3,5.2,5.1,USD,e7,2021-05-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-04-13 12:30,2021-04-13 13:30,04-13 12:30,13 April 2021 12:30,8:30am,2020,+01:00,2021-04-01,5.4r,5.2,5.1,USD,e8,2021-04-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-03-10 13:30,2021-03-10 14:30,03-10 13:30,10 March 2021 13:30,8:30am,2020,+01:00,2021-03-01,5.5%,5.2,5.1,USD,e9,2021-03-01 09:00,us-cpi-mom,5.0,5.4,40
        CPI,2021-02-10 13:30,2021-02-10 14:30,02-10 13:30,10 February 2021 13:30,8:30am,2020,+01:00,2021-02-01,5K,5.2,5.1,USD,e10,2021-02-01 09:00,us-cpi-mom,5.0,5.4,40
        Zürich,2021-09-03 12:30,2021-09-03 13:30,09-03 12:30,3 September 2021 12:30,8:30am,2020,+01:00,2021-09-01,1,5.2,5.1,USD,e11,2021-09-01 09:00,us-cpi-mom,5.0,5.4,40
        """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "profile-field-cases.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void changingAFieldChangesWhatIsRead(String field, String replaced, String by, @Nullable String otherwise)
            throws IOException {
        Files.writeString(folder.resolve("other.yaml"), OTHER);
        String text = replaced.replace(" & ", "\n");
        assertThat(PROFILE).as(field).contains(text);

        String changed = read(PROFILE.replace(text, by.replace(" & ", "\n")));
        String unchanged = read(otherwise == null ? PROFILE : PROFILE.replace(text, otherwise.replace(" & ", "\n")));

        assertThat(changed).as(field).isNotEqualTo(unchanged);
    }

    @Test
    void everyFieldOfTheSchemaHasACase() throws IOException {
        assertThat(Files.readAllLines(CASES).stream().skip(1).map(line -> line.split("\\|")[0].strip()))
                .containsExactlyInAnyOrderElementsOf(fields(Files.readString(SCHEMA)));
    }

    /// The fields of the schema, with dots between the levels.
    static Set<String> fields(String schema) {
        JsonNode root = Json.mapper().readTree(schema);
        Set<String> fields = new TreeSet<>();
        addFields("", root, root.get("$defs").get("title"), fields);
        return fields;
    }

    private static void addFields(String path, JsonNode schema, JsonNode title, Set<String> fields) {
        schema.get("properties").properties().forEach(field -> {
            String name = path + field.getKey();
            if (field.getKey().equals("titles")) {
                addFields(name + ".", title, title, fields);
            } else if (field.getValue().has("properties")) {
                addFields(name + ".", field.getValue(), title, fields);
            } else {
                fields.add(name);
            }
        });
    }

    /// What is read from the rows as CSV; for another format, the same rows in that format.
    private String read(String profile) {
        String name = "calendar-2019_20210914T0000.csv";
        List<String> read = new ArrayList<>();
        try {
            ReadRows rows = ReadRows.of(ReadRows.profile(folder, profile), name, bytes(profile));
            rows.mapped.forEach(row -> read.add(row.toString().replaceFirst("indicator=Indicator\\[.*?\\bid=", "id=")));
            read.addAll(rows.unmapped);
            rows.faults.forEach(fault -> read.add(fault.toString()));
            read.add(rows.ignored + " ignored");
        } catch (MacroEdgeException fault) {
            read.add(String.valueOf(fault.getMessage()));
        }
        return String.join("\n", read);
    }

    private static byte[] bytes(String profile) {
        if (profile.contains("compression")) {
            return gzip(ROWS);
        }
        if (profile.contains("format: json")) {
            return ("{\"a\": [{\"event\": \"CPI\", \"at\": \"2021-09-14 12:30\", \"actual\": 5, \"forecast\":"
                + " 5}],\"b\": [{\"event\": \"CPI\", \"at\": \"2021-09-14 12:30\", \"actual\": 6, \"forecast\": 5}]}")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return profile.contains("format: xlsx")
                ? Workbook.of(
                        "event;at;actual;forecast\nCPI;2021-09-14 12:30;=5;=5",
                        "event;at;actual;forecast\nCPI;2021-09-14 12:30;=6;=5")
                : ROWS.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
