package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The workflows of delivery, and the programs that they call.
@Tag("system")
@Timeout(60)
class DeliveryTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");
    private static final Path GITLAB = ROOT.resolve(".gitlab-ci.yml");
    private static final Pattern PROGRAM = Pattern.compile("(?<![\\w./-])((?:deploy|\\.ci)/[\\w./-]*\\w)");
    private static final Pattern PINNED = Pattern.compile(
            "(\\./\\.github/workflows/[a-z]+\\.yml|[\\w-]+/[\\w-]+@[0-9a-f]{40} # v[0-9]+(\\.[0-9]+)*)");

    private record Ended(int status, String written) {}

    private static Ended run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), written.strip());
    }

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.sorted().toList();
        }
    }

    private static Stream<Path> pipelines() throws IOException {
        return Stream.concat(workflows().stream(), Stream.of(GITLAB));
    }

    @Test
    void theLinterFindsNothingToSayOfTheWorkflows() throws Exception {
        Path linter = ROOT.resolve("target/actionlint/actionlint");
        assertThat(linter).as("actionlint, which .ci/tools installs").exists();

        Ended ended = run(ROOT, linter.toString(), "-no-color");

        assertThat(ended.status()).as(ended.written()).isZero();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyProgramThatAPipelineCallsIsThere(Path pipeline) throws IOException {
        assertThat(PROGRAM.matcher(Files.readString(pipeline)).results().map(result -> result.group(1)))
                .isNotEmpty()
                .filteredOn(program -> !program.startsWith("deploy/docker/"))
                .allSatisfy(program -> assertThat(ROOT.resolve(program)).exists())
                .filteredOn(program -> !program.startsWith("deploy/helm"))
                .allSatisfy(program -> assertThat(ROOT.resolve(program)).isExecutable());
    }

    @Test
    void actionsAreNamedByTheirCommitsAndJobsMayDoWhatTheyNeed() throws IOException {
        for (Path workflow : workflows()) {
            String text = Files.readString(workflow);
            assertThat(Pattern.compile("uses: (.+)").matcher(text).results().map(use -> use.group(1)))
                    .isNotEmpty()
                    .allSatisfy(use -> assertThat(use).matches(PINNED));
            JsonNode root = new YAMLMapper().readTree(text);
            assertThat(root.path("permissions").isObject()).isTrue();
            assertThat(root.path("permissions")).isEmpty();
            assertThat(root.path("jobs"))
                    .allSatisfy(job -> assertThat(job.path("permissions")).isNotEmpty());
        }
    }

    /// Neither tests nor deployment are written twice: both pipelines call the same.
    @Test
    void bothPipelinesCallTheSame() throws IOException {
        String github =
                Files.readString(WORKFLOWS.resolve("verify.yml")) + Files.readString(WORKFLOWS.resolve("deliver.yml"));
        String gitlab = Files.readString(GITLAB);

        assertThat(List.of(
                        "mvn -B -q process-sources -N",
                        "mvn -B verify -pl engine",
                        "mvn -B verify\n",
                        ".ci/run system",
                        "deploy/docker/build --engine docker --tag",
                        "deploy/delivery/scan",
                        "deploy/delivery/push",
                        "deploy/delivery/roll-out",
                        "deploy/archive/build"))
                .allSatisfy(command -> {
                    assertThat(github).contains(command);
                    assertThat(gitlab).contains(command);
                });
    }

    @Test
    void productionWaitsForStagingAndAPerson() throws IOException {
        JsonNode github = new YAMLMapper()
                .readTree(Files.readString(WORKFLOWS.resolve("deliver.yml")))
                .path("jobs")
                .path("production");
        JsonNode gitlab = new YAMLMapper().readTree(Files.readString(GITLAB)).path("production");

        assertThat(github.at("/environment/name").asString()).isEqualTo("production");
        assertThat(github.path("needs").toString()).isEqualTo("[\"images\",\"staging\"]");
        assertThat(gitlab.at("/rules/0/when").asString()).isEqualTo("manual");
        assertThat(gitlab.path("allow_failure").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "v0.1.0,0.1.0,0,0.1.0",
        "'',0.1.0,0,0\\.1\\.0-dev\\.1\\.g[0-9a-f]{12}",
        "v0.2.0,0.1.0,1,version: the tag is v0\\.2\\.0 and pom\\.xml has 0\\.1\\.0; let both name the same version",
        "v0.1,0.1,1,'version: pom\\.xml has version 0\\.1, which is not X\\.Y\\.Z'"
    })
    void theVersionIsThatOfTheTagAndOfTheSources(
            String tag, String sources, int status, String written, @TempDir Path folder) throws Exception {
        Path chart = Files.createDirectories(folder.resolve("deploy/helm/macro-edge"));
        Files.copy(ROOT.resolve("deploy/version"), folder.resolve("deploy/version"));
        Files.writeString(folder.resolve("pom.xml"), "<project>\n  <version>" + sources + "</version>\n</project>\n");
        Files.writeString(chart.resolve("Chart.yaml"), "version: " + sources + "\nappVersion: " + sources + "\n");
        for (String command : List.of("init -q", "add -A", "-c user.name=t -c user.email=t@localhost commit -qm t")) {
            assertThat(run(folder, ("git " + command).split(" ")).status()).isZero();
        }
        if (!tag.isEmpty()) {
            run(folder, "git", "tag", tag);
        }

        Ended ended = run(folder, folder.resolve("deploy/version").toString());

        assertThat(ended.status()).as(ended.written()).isEqualTo(status);
        assertThat(ended.written()).matches(written);
    }
}
