package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.audit.view.AuditItem;
import org.macroedge.server.audit.view.AuditPage;
import org.macroedge.server.platform.json.Json;

/// What every command that changes the store leaves in the audit log.
class AuditedCommandsTest {

    private static final Path CASES = Path.of("src/test/resources/org/macroedge/server/cli/audited-commands.csv");

    /// They change nothing that is stored, and are no reads of the sample's store either.
    private static final Set<String> OTHERS = Set.of(
            "serve",
            "mcp",
            "generate-completion",
            "catalogue check",
            "alerts list",
            "database timescale",
            "weight-set preview",
            "weight-set versions");

    private record Case(String command, String row) {}

    private final SampleHome home;
    private final Path folder;
    private String key = "";
    private String batch = "";

    AuditedCommandsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.home = new SampleHome(folder.resolve("home"));
        home.fill();
        Files.writeString(
                folder.resolve("more.csv"),
                "indicator,released_at,period,actual,forecast,previous\n"
                        + "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,199000,400000,249000\n");
        Files.writeString(folder.resolve("fast.yaml"), "extends: default\nhalfLives: {monthly: 10}\n");
        Files.writeString(folder.resolve("prices.csv"), "date,instrument,close\n2021-12-03,SPX,4538.43\n");
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .skip(1)
                .map(line -> line.split(" \\| "))
                .map(cells -> new Case(cells[0], cells[1]))
                .toList();
    }

    @Test
    void everyCommandIsAReadOrItsRowIsStated() throws IOException {
        Set<String> known = new TreeSet<>(OTHERS);
        known.addAll(CommandLawsTest.reads().values());
        cases().forEach(row -> known.add(row.row().replaceFirst(" \\[.*", "")));

        assertThat(CommandsPage.leaves(MacroEdgeCommand.commandLine(SampleHome.CLOCK)))
                .extracting(CommandLawsTest::name)
                .allMatch(known::contains);
    }

    @Test
    void everyCommandThatChangesTheStoreLeavesOneRow() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Case row : cases()) {
            run(row.command());
            expected.add(row.row().replace("KEY", key));
        }

        List<AuditItem> items = rows();
        assertThat(items.reversed())
                .extracting(item -> item.operation() + " "
                        + item.targets().toString().replaceAll("(?<=[\\[ ])[0-9]{1,7}(?=[,\\]])", "#") + " "
                        + item.status())
                .containsExactlyElementsOf(expected);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.principal()).isEqualTo("command line");
            assertThat(item.kind()).isEqualTo("command");
            assertThat(item.recordedAt()).isEqualTo(SampleHome.CLOCK.instant());
            assertThat(item.address()).isNull();
            assertThat(item.requestId()).isNull();
        });
    }

    private void run(String command) {
        String out = home.run(command.replace("KEY", key)
                        .replace("BATCH", batch)
                        .replace("FILE", folder.resolve("more.csv").toString())
                        .replace("DEFINITION", folder.resolve("fast.yaml").toString())
                        .replace("PRICES", folder.resolve("prices.csv").toString()))
                .out();
        if (command.startsWith("keys create x")) {
            key = out.substring(3, 11);
        }
        Matcher made = Pattern.compile("Batch ([0-9]+)").matcher(out);
        if (command.startsWith("import calendar") && made.find()) {
            batch = made.group(1);
        }
    }

    private List<AuditItem> rows() {
        CommandLineRunner.Ended ended = home.run("audit --format json --limit 1000");
        assertThat(ended.status()).as(ended.errors()).isZero();
        return Json.mapper().readValue(ended.out(), AuditPage.class).items();
    }

    @Test
    void aCommandThatAServerAnswersLeavesTheRowOfItsRequest() {
        assertThat(home.run("keys create before --role viewer").status()).isZero();
        try (Server server = home.serve()) {
            assertThat(server.address()).isNotNull();
            assertThat(home.run("keys create during --role viewer").status()).isZero();

            CommandLineRunner.Ended table = home.run("audit");
            assertThat(table.out())
                    .containsPattern("apiKeysCreate +done +200 +local from 127\\.0\\.0\\.1")
                    .containsPattern("keys create +done +200 +command line");
            assertThat(home.run("audit --operation apiKeysCreate").out()).doesNotContain("keys create");
            assertThat(home.run("audit --limit 1").out()).contains("There are older rows: --before 2");
            assertThat(home.run("audit --before 1").out()).contains("No row matches.");
        }
    }
}
