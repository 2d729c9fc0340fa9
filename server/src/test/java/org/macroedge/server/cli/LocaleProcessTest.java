package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.platform.process.ProgramLine;

/// Real processes in the locales of other users, with a home and files whose names are not ASCII.
@Tag("system")
class LocaleProcessTest {

    private static final String UTF_8 = "C.UTF-8";
    private static final String ROW = "us-nonfarm-payrolls,2021-06-04T12:30:00Z,,559000,650000,";

    @TempDir
    static Path folder;

    private static Path home;
    private static Path calendar;

    /// What a process left behind.
    private record Ended(int status, String out, String errors) {}

    @BeforeAll
    static void importOnce() throws Exception {
        home = folder.resolve("Häuschen 家");
        calendar = Files.writeString(
                folder.resolve("Zürich İğdır.csv"),
                "indicator,released_at,period,actual,forecast,previous\n" + ROW + "\n");
        Ended first = run(UTF_8, List.of(), "import", "calendar", calendar.toString(), "--profile", "macro-edge");
        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(first.errors())
                .contains("First run: setting up the store in " + home)
                .contains("Bringing the stored history of surprises and biases up to date");
    }

    @Test
    void languagesChangeNothing() throws Exception {
        for (List<String> command : List.of(
                List.of("import", "list"),
                List.of("bias", "--as-of", "2021-06-30T00:00:00Z"),
                List.of("explain", "EURUSD", "--as-of", "2021-06-30T00:00:00Z", "--format", "json"),
                List.of("import", "calendar", calendar.toString(), "--profile", "macro-edge", "--dry-run"),
                List.of("calendar", "--importance", "4"))) {
            String[] words = command.toArray(String[]::new);
            Ended english = run(UTF_8, List.of(), words);

            assertThat(run(UTF_8, List.of("-Duser.language=tr", "-Duser.country=TR"), words))
                    .isEqualTo(english);
            assertThat(run(UTF_8, List.of("-Duser.language=de", "-Duser.country=DE"), words))
                    .isEqualTo(english);
        }
    }

    @Test
    void aMessageShowsTheLettersOfAName() throws Exception {
        Ended ended = run(UTF_8, List.of(), "import", "calendar", calendar + "x", "--profile", "macro-edge");

        assertThat(ended.errors())
                .isEqualTo("macro-edge: " + calendar + "x does not exist. Name an existing file or folder\n");
    }

    @Test
    void withoutTheLauncherAnAsciiLocaleIsNamedAsTheCause() throws Exception {
        Ended ended = run("C", List.of(), "bias");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.errors().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("macro-edge: --home \"")
                .endsWith("is not a path. With such letters, set LC_ALL=C.UTF-8");
    }

    private static Ended run(String locale, List<String> options, String... command)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        all.addAll(options);
        List<String> words = ProgramLine.with(all);
        words.addAll(List.of(command));
        words.addAll(List.of("--home", home.toString(), "--catalogue", "../catalogue"));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("MACRO_EDGE_SAMPLE", "none");
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        int status = builder.redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start()
                .waitFor();
        return new Ended(
                status,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }
}
