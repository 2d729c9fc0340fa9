package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// Each export in each form as pandas, Polars, DuckDB, PyArrow and openpyxl read it from its address.
@Tag("system")
class ExportReadersTest {

    private static final Path PYTHON = Path.of("../target/readers/bin/python");
    private static final Path SCRIPT = Path.of("src/test/resources/org/macroedge/server/exports/readers.py");

    @TempDir
    Path folder;

    @Test
    void programsReadInstantsAsInstantsAndNumbersAsNumbersAndAJoinLosesNoRow() throws Exception {
        assertThat(PYTHON)
                .as("a virtual environment with the readers; .ci/tools has the command that makes it")
                .isExecutable();
        SampleHome home = new SampleHome(folder);
        home.load();
        Path prices = Files.writeString(folder.resolve("prices.csv"), """
            date,instrument,open,high,low,close
            2021-09-01,SPX,4528.8,4537.11,4522.02,4524.09
            2021-09-02,SPX,4534.48,4545.85,4524.66,4536.95
            2021-09-01,EURUSD,,,,1.1839
            """);
        assertThat(home.run("import prices " + prices + " --profile macro-edge").out())
                .contains("3 imported");
        try (Server server = home.serve()) {
            Process readers = new ProcessBuilder(
                            PYTHON.toAbsolutePath().toString(),
                            SCRIPT.toString(),
                            server.address().toString().replaceAll("/$", ""))
                    .redirectErrorStream(true)
                    .start();
            String told = new String(readers.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(readers.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(readers.exitValue()).as(told).isZero();
            Map<String, Integer> rows = new HashMap<>();
            told.lines().forEach(line -> rows.put(line.split(" ")[0], Integer.valueOf(line.split(" ")[1])));

            assertThat(rows.get("bias")).isEqualTo(lines(server, "bias"));
            assertThat(rows.get("releases"))
                    .isPositive()
                    .isEqualTo(lines(server, "releases"))
                    .isEqualTo(rows.get("surprises"))
                    .isEqualTo(rows.get("joined"));
        }
    }

    private static int lines(Server server, String export) throws Exception {
        return (int) SampleHome.get(server, "/api/v1/exports/" + export)
                        .body()
                        .lines()
                        .count()
                - 1;
    }
}
