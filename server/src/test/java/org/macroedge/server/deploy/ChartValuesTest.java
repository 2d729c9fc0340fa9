package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.deploy.RenderedChart.Kind;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import tools.jackson.databind.JsonNode;

/// What the values of the chart become, and which are refused.
@Tag("system")
@Timeout(60)
class ChartValuesTest {

    private static final String DATABASE =
            "jdbc:postgresql://db.example.org/macro_edge?user=macro_edge&password=x&sslmode=verify-full";
    private static final Set<String> OF_OTHERS = Set.of("AWS_REGION", "JDK_JAVA_OPTIONS");

    private static Stream<String> profiles() throws IOException {
        return RenderedChart.profiles().stream();
    }

    /// Each variable of each container that is one of ours.
    private static List<Map<String, String>> environments(RenderedChart chart) {
        List<Map<String, String>> all = new ArrayList<>();
        for (JsonNode pod : chart.pods()) {
            JsonNode container = pod.at("/spec/containers/0");
            Map<String, String> variables = chart.environment(container, "secret-of-a-test");
            variables.computeIfPresent("MACRO_EDGE_DATABASE_URL", (name, secret) -> DATABASE);
            variables.computeIfPresent("MACRO_EDGE_REDIS_URL", (name, secret) -> "rediss://redis.example.org:6379");
            all.add(variables);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyVariableOfAPodIsInTheReferenceAndHasAValueThatAServerTakes(String profile) throws IOException {
        RenderedChart chart = RenderedChart.of(profile);
        String reference = Files.readString(Path.of("../docs/reference/configuration.md"));

        assertThat(environments(chart)).isNotEmpty().allSatisfy(variables -> {
            assertThat(variables.keySet())
                    .filteredOn(name -> name.startsWith("MACRO_EDGE_"))
                    .allSatisfy(name -> assertThat(reference).contains("| `" + name + "` |"));
            assertThat(variables.keySet())
                    .filteredOn(name -> !name.startsWith("MACRO_EDGE_"))
                    .allMatch(name -> OF_OTHERS.contains(name)
                            || chart.file("alerts.yaml").contains(name));
            List<String> notes = new ArrayList<>();
            Settings settings = Settings.of(variables, notes::add);
            assertThat(settings.port()).isEqualTo(8080);
            assertThat(notes).isEmpty();
        });
    }

    @Test
    void eachPodHasTheRoleOfItsComponent() {
        RenderedChart chart = RenderedChart.of("split");

        Map<String, Set<ServerRole>> roles = chart.of(Kind.Deployment).stream()
                .filter(server -> !component(server).equals("ui"))
                .collect(Collectors.toMap(ChartValuesTest::component, server -> {
                    Map<String, String> variables =
                            chart.environment(server.at("/spec/template/spec/containers/0"), DATABASE);
                    variables.put("MACRO_EDGE_REDIS_URL", "rediss://redis.example.org:6379");
                    return Settings.of(variables, note -> {}).roles();
                }));

        assertThat(roles)
                .containsOnly(
                        Map.entry("api", Set.of(ServerRole.API)),
                        Map.entry("ingestion", Set.of(ServerRole.INGESTION)),
                        Map.entry("bias-engine", Set.of(ServerRole.BIAS_ENGINE)));
    }

    private static String component(JsonNode object) {
        return object.at("/metadata/labels").path("app.kubernetes.io/component").asString();
    }

    /// A server sets the rights of its home, and a volume belongs to another user.
    @Test
    void theHomeIsAFolderOfAVolumeAndNotTheVolumeItself() {
        RenderedChart chart = RenderedChart.of("cron-jobs");

        assertThat(chart.pods()).allSatisfy(pod -> {
            JsonNode container = pod.at("/spec/containers/0");
            String home = chart.environment(container, DATABASE).get("MACRO_EDGE_HOME");
            assertThat(container.path("volumeMounts"))
                    .extracting(mount -> mount.path("mountPath").asString())
                    .contains(Path.of(home).getParent().toString())
                    .doesNotContain(home);
        });
    }

    @Test
    void theAlertsOfAProfileAreAFileThatTheProductReads(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("alerts.yaml"), RenderedChart.of("split").file("alerts.yaml"));

        AlertFile alerts = AlertFile.read(
                file,
                CatalogueLoader.load(Path.of("../catalogue")),
                Map.of("DESK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(alerts.rules()).hasSize(1);
    }

    @Test
    void callersGetTheActiveColourAndTheOtherOneHasAServiceOfItsOwn() {
        RenderedChart green = RenderedChart.of("blue-green", Map.of("blueGreen.active", "green"));

        assertThat(colours(RenderedChart.of("blue-green")))
                .containsOnly(Map.entry("macro-api", "blue"), Map.entry("macro-api-preview", "green"));
        assertThat(colours(green))
                .containsOnly(Map.entry("macro-api", "green"), Map.entry("macro-api-preview", "blue"));
        assertThat(green.of(Kind.Deployment))
                .as("a switch starts no pod anew")
                .isEqualTo(RenderedChart.of("blue-green").of(Kind.Deployment));
    }

    private static Map<String, String> colours(RenderedChart chart) {
        return chart.of(Kind.Service).stream()
                .filter(service -> service.at("/spec/selector").has("macro-edge/colour"))
                .collect(Collectors.toMap(
                        service -> service.at("/metadata/name").asString(),
                        service -> service.at("/spec/selector")
                                .path("macro-edge/colour")
                                .asString()));
    }

    @Test
    void onlyDatabaseAndRedisAreReachedInPrivateNetworks() {
        List<String> networks = RenderedChart.of("aws").of(Kind.NetworkPolicy).stream()
                .flatMap(policy -> policy.at("/spec/egress").valueStream())
                .flatMap(rule -> rule.path("to").findValuesAsString("cidr").stream()
                        .map(network -> network + " " + rule.path("ports").findValuesAsString("port")))
                .toList();

        assertThat(networks)
                .containsExactlyInAnyOrder(
                        "10.0.64.0/22 [5432]", "10.0.68.0/22 [6379]", "169.254.170.23/32 [80]", "0.0.0.0/0 [443, 587]");
    }

    @ParameterizedTest(name = "{1}={2}")
    @CsvFileSource(resources = "refused-values.csv", numLinesToSkip = 1)
    void aValueThatCannotBeMeantIsRefused(String profile, String path, String value, String reason) {
        assertThatThrownBy(() -> RenderedChart.of(profile, Map.of(path, value))).hasMessageContaining(reason);
    }
}
