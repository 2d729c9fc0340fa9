package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the chart makes is what Kubernetes takes, in each version from 1.30 to 1.37.
@Tag("system")
@Timeout(120)
class ChartSchemasTest {

    private static final Path PYTHON =
            Path.of("../target/kubernetes/bin/python").toAbsolutePath();
    private static final Path PROGRAM = Path.of("../deploy/schemas/validate.py").toAbsolutePath();

    private final Path folder;

    ChartSchemasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Ended(int status, String written) {}

    private static Ended validate(List<Path> files) throws IOException, InterruptedException {
        assertThat(PYTHON).as("kubernetes-validate, which .ci/tools installs").exists();
        List<String> command =
                new ArrayList<>(List.of(PYTHON.toString(), PROGRAM.toString(), "--from", "1.30", "--to", "1.37"));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), written);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    @Test
    void helmFindsNothingToSayOfTheChart() {
        LintResult result = new Helm(RenderedChart.CHART).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).containsExactly("[INFO] Chart.yaml: icon is recommended");
    }

    @Test
    void everyObjectOfEveryProfileIsValidInEveryVersion() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String profile : RenderedChart.profiles()) {
            files.add(file(profile, RenderedChart.of(profile).text()));
        }

        Ended ended = validate(files);

        assertThat(ended.status()).as(ended.written()).isZero();
        assertThat(ended.written()).matches("[0-9]{2,} objects, [0-9]{3,} checks, 0 faults\n");
    }

    @Test
    void aFieldOrKindThatNobodyKnowsIsAFault() throws Exception {
        String text = RenderedChart.of("gcp").text();
        String spoilt = text.replace("kind: PodDisruptionBudget", "kind: PodDisruptionBudgets")
                .replace("jobLabel:", "joblabel:")
                .replace("enableServiceLinks:", "enableServicelinks:");

        Ended ended = validate(List.of(file("spoilt", spoilt)));

        assertThat(ended.status()).isOne();
        assertThat(ended.written())
                .contains("PodDisruptionBudgets macro-api, Kubernetes 1.30: no schema for this kind")
                .contains("ServiceMonitor macro, Kubernetes 1.37: spec: Additional properties")
                .contains("Deployment macro-api, Kubernetes 1.30: spec.template.spec: Additional properties");
    }
}
