package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.engine.vocabulary.Label;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;

/// What role `reader` finds in the views of a server with the sample: the figures of the exports.
class SqlFaceTest {

    private static final Path HOW_TO = Path.of("../docs/how-to");
    private static final Pattern CONNECTION =
            Pattern.compile("psql \"host=(\\S+) port=(\\d+) dbname=(\\S+) user=(\\S+) passfile='(.*?)'\"");
    /// How Grafana writes the macro that limits a query to the time range of its panel.
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\(([^)]*)\\)");

    private static final String FROM = "2021-01-01T00:00:00Z";
    private static final String TO = "2021-12-31T00:00:00Z";
    /// Ends the history of the stored rows.
    private static final String LAST = "SELECT max(released_at) FROM read.releases";

    /// The column of exports that is a property of the weight set: views have `default` alone, which is never a prior.
    private static final String OF_WEIGHT_SETS = "weights_prior";

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        home = new SampleHome(folder.resolve("home"));
        server = home.serve();
        try (Connection reader = connect()) {
            await(reader, "SELECT count(*) > 0 FROM read.indices"); // which are stored last
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theViewsHaveTheFiguresOfTheExports() throws Exception {
        try (Connection reader = connect()) {
            assertThat(home.run("release doubt us-nonfarm-payrolls@2021-08-06 --reason seems_off")
                            .status())
                    .isZero();
            await(reader, "SELECT count(*) = 1 FROM read.surprises WHERE reason = 'doubtful'");
            await(reader, "SELECT count(*) > 0 FROM read.bias_release WHERE as_of = '2021-08-06T12:30:00Z'");
            String last = text(reader, LAST);

            assertEqual("surprises", reader, "SELECT * FROM read.surprises");
            assertEqual("releases", reader, "SELECT * FROM read.releases");
            assertEqual("bias?from=2014-01-01T00:00:00Z&to=" + last, reader, "SELECT * FROM read.bias_close");
            assertEqual(
                    "bias?at=release&from=2014-01-01T00:00:00Z&instrument=EURUSD",
                    reader,
                    "SELECT * FROM read.bias_release WHERE instrument = 'EURUSD'");
            assertEqual("indices?from=2014-01-01T00:00:00Z&to=" + last, reader, "SELECT * FROM read.indices");
            assertThat(text(reader, "SELECT count(*) FROM read.surprises WHERE marks LIKE '%doubtful%'"))
                    .isEqualTo("1");
        }
    }

    /// Waits until the stored rows follow.
    private static void await(Connection reader, String condition) throws Exception {
        for (int attempt = 0; attempt < 600; attempt++) {
            if (text(reader, condition).equals("true")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never true: " + condition);
    }

    /// Compares all cells of all rows; those of a view have no order, so both are sorted.
    private static void assertEqual(String export, Connection reader, String sql) throws Exception {
        List<String> exported = new ArrayList<>();
        String body = SampleHome.get(server, "/api/v1/exports/" + export).body();
        List<String> columns =
                new ArrayList<>(List.of(body.lines().findFirst().orElseThrow().split(",")));
        boolean ofWeightSet = columns.remove(OF_WEIGHT_SETS);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(body)) {
            for (NamedCsvRecord row : rows) {
                exported.add(columns.stream()
                        .map(column -> number(row.getField(column)))
                        .collect(Collectors.joining("|")));
                if (ofWeightSet) {
                    assertThat(row.getField(OF_WEIGHT_SETS)).isEqualTo("false");
                }
            }
        }
        List<String> read = new ArrayList<>();
        try (ResultSet rows = reader.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add(number(shown(rows.getObject(column))));
                }
                read.add(String.join("|", cells));
            }
        }
        Collections.sort(exported);
        Collections.sort(read);
        for (int row = 0; row < Math.min(read.size(), exported.size()); row++) {
            assertThat(read.get(row)).as("%s, row %d", export, row).isEqualTo(exported.get(row));
        }
        assertThat(read).as(export).hasSizeGreaterThan(1_000).hasSameSizeAs(exported);
    }

    private static String shown(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Timestamp instant -> instant.toInstant().toString();
            default -> cell.toString();
        };
    }

    /// Equal numbers have one text: a CSV has no exponents.
    private static String number(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }

    private static String text(Connection reader, String sql) throws SQLException {
        try (ResultSet row = reader.createStatement().executeQuery(sql)) {
            row.next();
            return shown(row.getObject(1));
        }
    }

    /// Connects as the line of `doctor` says.
    private static Connection connect() throws Exception {
        String doctor = home.run("doctor").out().replaceAll("\\s+", " ");
        Matcher line = CONNECTION.matcher(doctor);
        assertThat(line.find()).as(doctor).isTrue();
        String password = Files.readString(Path.of(line.group(5))).strip().replaceFirst(".*:", "");
        assertThat(doctor).doesNotContain(password);
        return DriverManager.getConnection(
                "jdbc:postgresql://" + line.group(1) + ":" + line.group(2) + "/" + line.group(3),
                line.group(4),
                password);
    }

    @Test
    void theCatalogueIsThere() throws Exception {
        try (Connection reader = connect()) {
            assertThat(text(reader, "SELECT string_agg(instrument, ' ' ORDER BY position) FROM read.instruments"))
                    .startsWith("SPX NDX RUT ");
            assertThat(text(reader, """
                SELECT concat_ws('|', name, short_name, region, category, unit, frequency, polarity, importance)
                FROM read.indicators WHERE indicator = 'us-unemployment-rate'
                """))
                    .isEqualTo("Unemployment Rate|Unemployment rate|US|labour|percent|monthly|-1|3");
            assertThat(text(reader, "SELECT count(*) - count(name) FROM read.bias_close"))
                    .isEqualTo("0");
            assertThat(text(reader, "SELECT count(*) - count(name) FROM read.indices"))
                    .isEqualTo("0");
            assertThat(text(reader, "SELECT min(region || category || unit) IS NOT NULL FROM read.releases"))
                    .isEqualTo("true");
        }
    }

    @Test
    void theQueriesOfThePagesRun() throws Exception {
        try (Connection reader = connect()) {
            List<String> grafana = queries("use-grafana.md");
            assertThat(grafana).hasSize(2);
            try (ResultSet rows = reader.createStatement().executeQuery(grafana.getFirst())) {
                assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo("time");
                Timestamp before = new Timestamp(0);
                int count = 0;
                while (rows.next()) {
                    assertThat(rows.getTimestamp("time")).isAfterOrEqualTo(before);
                    assertThat(rows.getObject("score")).isInstanceOf(Double.class);
                    assertThat(rows.getString("metric")).isIn("Euro / US dollar", "S&P 500");
                    before = rows.getTimestamp("time");
                    count++;
                }
                assertThat(count).isGreaterThan(300);
            }
            try (ResultSet rows = reader.createStatement().executeQuery(grafana.getLast())) {
                assertThat(rows.next()).isTrue();
                assertThat(shown(rows.getObject("released_at"))).startsWith("2021-");
                assertThat(rows.getString("region")).isNotEmpty();
                assertThat(rows.findColumn("z")).isPositive();
            }
            List<String> sql = queries("query-with-sql.md");
            assertThat(sql).hasSizeGreaterThanOrEqualTo(2);
            for (String query : sql) {
                assertThat(reader.createStatement().executeQuery(query).next())
                        .as(query)
                        .isTrue();
            }
        }
    }

    private static List<String> queries(String page) throws Exception {
        return Pattern.compile("```sql\\n(SELECT.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(HOW_TO.resolve(page)))
                .results()
                .map((MatchResult block) ->
                        TIME_FILTER.matcher(block.group(1)).replaceAll("$1 BETWEEN '" + FROM + "' AND '" + TO + "'"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -100,
                -87.00000000000001,
                -87,
                -86.99999999999999,
                -40.00000000000001,
                -40,
                -39.99999999999999,
                -0.0,
                0,
                39.99999999999999,
                40,
                40.00000000000001,
                86.99999999999999,
                87,
                87.00000000000001,
                100
            })
    void aLabelHasTheBordersOfTheEngine(double score) {
        try (Database database = TestDatabase.fresh()) {
            database.jdbc()
                    .sql("INSERT INTO bias_series (number, weight_set, instrument) VALUES (1, 'default', 'SPX')")
                    .update();
            database.jdbc().sql("""
                INSERT INTO run (weight_set, as_of, id, inputs, is_close, is_release)
                VALUES ('default', '2021-09-03T22:00:00Z', sha256('a'), sha256('b'), true, true)
                """).update();
            database.jdbc().sql("""
                INSERT INTO bias_value (series, as_of, score, health, coverage)
                VALUES (1, '2021-09-03T22:00:00Z', ?, 1, 1)
                """).param(score).update();
            for (String view : List.of("read.bias_close", "read.bias_release")) {
                assertThat(database.jdbc()
                                .sql("SELECT label FROM " + view)
                                .query(String.class)
                                .single())
                        .isEqualTo(Label.ofScore(score).code());
            }
            database.jdbc()
                    .sql("UPDATE bias_value SET reason = 'thin-coverage'")
                    .update();
            assertThat(database.jdbc()
                            .sql("SELECT label IS NULL FROM read.bias_close")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void eachViewAndEachOfItsColumnsIsCommented() {
        try (Database database = TestDatabase.fresh()) {
            assertThat(database.jdbc().sql("""
                SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'read'::regnamespace AND a.attnum > 0
                  AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
                """).query(String.class).list()).isEmpty();
            assertThat(database.jdbc().sql("""
                SELECT obj_description('read'::regnamespace, 'pg_namespace')
                """).query(String.class).single()).contains("latest knowledge");
        }
    }
}
