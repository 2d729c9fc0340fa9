package org.macroedge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which module writes which table: the statements stand in the sources, and so does the rule.
class TableOwnersTest {

    private static final Path SOURCES = Path.of("src/main/java/org/macroedge/server");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /// The module that alone writes a table.
    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("record_time", "events"),
            Map.entry("event_log", "events"),
            Map.entry("event_cursor", "events"),
            Map.entry("scheduled_task", "jobs"),
            Map.entry("job_run", "jobs"),
            Map.entry("job_pause", "jobs"),
            Map.entry("api_key", "access"),
            Map.entry("audit", "audit"),
            Map.entry("alert", "alerts"),
            Map.entry("alert_delivery", "alerts"),
            Map.entry("alert_channel", "alerts"),
            Map.entry("alert_rule", "alerts"),
            Map.entry("alert_label", "alerts"),
            Map.entry("catalogue_version", "catalogue"),
            Map.entry("catalogue_indicator", "catalogue"),
            Map.entry("catalogue_instrument", "catalogue"),
            Map.entry("catalogue_index", "catalogue"),
            Map.entry("weight_set_version", "weights"),
            Map.entry("weight_set_publication", "weights"),
            Map.entry("index_value", "indices"),
            Map.entry("batch", "releases"),
            Map.entry("retraction", "releases"),
            Map.entry("quarantine", "releases"),
            Map.entry("row_digest", "releases"),
            Map.entry("release", "releases"),
            Map.entry("schedule", "releases"),
            Map.entry("forecast", "releases"),
            Map.entry("print", "releases"),
            Map.entry("statement", "releases"),
            Map.entry("push", "releases"),
            Map.entry("derivation", "releases"),
            Map.entry("verdict", "releases"),
            Map.entry("price", "prices"),
            Map.entry("price_statement", "prices"),
            Map.entry("source_state", "sources"),
            Map.entry("source_request", "sources"),
            Map.entry("source_request_fault", "sources"),
            Map.entry("raw_payload", "sources"),
            Map.entry("observation", "sources"),
            Map.entry("series_look", "sources"),
            Map.entry("series_actual", "sources"),
            Map.entry("derived_from", "surprises"),
            Map.entry("surprise", "surprises"),
            Map.entry("rolling_statistic", "surprises"),
            Map.entry("regime_state", "regime"),
            Map.entry("run", "bias"),
            Map.entry("bias_due", "bias"),
            Map.entry("bias_series", "bias"),
            Map.entry("bias_value", "bias"));

    /// Keywords are in upper case and tables in lower case, so `FOR UPDATE SKIP LOCKED` writes nothing.
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:INSERT INTO|UPDATE|DELETE FROM|COPY|TRUNCATE|LOCK TABLE|ALTER TABLE) ([a-z_]+)");

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE ([a-z_]+)");
    private static final Pattern DDL =
            Pattern.compile("\\b(?:TRUNCATE|LOCK TABLE|ALTER TABLE|CREATE TABLE|DROP TABLE)\\b");

    @Test
    void aTableIsWrittenByItsOwnModuleAlone() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (Path source : sources()) {
            String module = SOURCES.relativize(source).getName(0).toString();
            tables(WRITE, code(source)).stream()
                    .filter(table -> !module.equals(OWNERS.get(table)))
                    .forEach(table -> foreign.add(source.getFileName() + " writes " + table));
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void everyTableHasAnOwner() throws IOException {
        Set<String> created = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                created.addAll(tables(CREATED, Files.readString(file)));
            }
        }
        created.remove("bias"); // replaced by bias_value and a view
        created.remove("moved_fact"); // its rows became statements
        assertThat(OWNERS.keySet()).containsAll(created);
    }

    @Test
    void noStatementChangesTheSchemaOrLocksATableAtRunTime() throws IOException {
        for (Path source : sources()) {
            assertThat(DDL.matcher(code(source)).find()).as(source.toString()).isFalse();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String code(Path source) throws IOException {
        return Files.readAllLines(source).stream()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> tables(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
