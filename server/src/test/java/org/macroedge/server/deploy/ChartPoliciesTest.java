package org.macroedge.server.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.deploy.RenderedChart.Kind;
import tools.jackson.databind.JsonNode;

/// What holds of the objects of each profile beyond their schemas.
@Tag("system")
@Timeout(60)
@ParameterizedClass
@MethodSource("charts")
class ChartPoliciesTest {

    private static final List<String> DIRECTIONS = List.of("Ingress", "Egress");
    private static final List<String> OWN_LABELS = List.of(
            "app.kubernetes.io/name",
            "app.kubernetes.io/instance",
            "app.kubernetes.io/component",
            "app.kubernetes.io/version",
            "app.kubernetes.io/managed-by",
            "helm.sh/chart");

    private final RenderedChart chart;

    ChartPoliciesTest(RenderedChart chart) {
        this.chart = chart;
    }

    static Stream<RenderedChart> charts() throws IOException {
        return RenderedChart.profiles().stream().map(RenderedChart::of);
    }

    private List<JsonNode> containers() {
        return chart.pods().stream()
                .flatMap(pod -> Stream.concat(
                        pod.at("/spec/containers").valueStream(),
                        pod.at("/spec/initContainers").valueStream()))
                .toList();
    }

    @Test
    void podsMeetTheRestrictedStandard() {
        assertThat(chart.pods()).isNotEmpty().allSatisfy(pod -> {
            JsonNode pods = pod.path("spec");
            assertThat(pods.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pods.at("/securityContext/seccompProfile/type").asString())
                    .isEqualTo("RuntimeDefault");
            assertThat(pods.path("hostNetwork").isMissingNode()).isTrue();
            assertThat(pods.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(pods.path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(pods.path("volumes"))
                    .allMatch(volume -> !volume.has("hostPath"))
                    .isNotEmpty();
        });
        assertThat(containers()).isNotEmpty().allSatisfy(container -> {
            JsonNode security = container.path("securityContext");
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(security.path("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
        });
    }

    @Test
    void everyContainerHasBoundsAndEveryServerProbes() {
        assertThat(containers())
                .allSatisfy(container -> assertThat(List.of("requests", "limits"))
                        .allSatisfy(bound -> {
                            JsonNode resources = container.path("resources").path(bound);
                            assertThat(resources.propertyNames()).contains("cpu", "memory", "ephemeral-storage");
                        }));
        assertThat(chart.of(Kind.Deployment)).allSatisfy(server -> {
            JsonNode container = server.at("/spec/template/spec/containers/0");
            assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
                    .allSatisfy(probe ->
                            assertThat(container.path(probe).has("httpGet")).isTrue());
            assertThat(server.at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt())
                    .isGreaterThan(
                            container.at("/lifecycle/preStop/sleep/seconds").asInt() + 60);
        });
    }

    @Test
    void nothingSaysHowManyPodsRunBesideAnAutoscaler() {
        List<String> scaled = chart.of(Kind.HorizontalPodAutoscaler).stream()
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asString())
                .toList();

        assertThat(chart.of(Kind.Deployment))
                .allSatisfy(server -> assertThat(server.at("/spec").has("replicas"))
                        .isNotEqualTo(
                                scaled.contains(server.at("/metadata/name").asString())));
        assertThat(scaled)
                .isSubsetOf(chart.of(Kind.Deployment).stream()
                        .map(server -> server.at("/metadata/name").asString())
                        .toList());
    }

    @Test
    void noObjectAndNoVariableHasASecret() {
        assertThat(chart.objects())
                .noneMatch(object -> object.path("kind").asString().equals("Secret"));
        assertThat(containers())
                .allSatisfy(container -> assertThat(container.path("env"))
                        .filteredOn(variable ->
                                variable.path("name").asString().matches(".*(_URL|_KEY|_TOKEN|_SECRET|PASSWORD)"))
                        .allSatisfy(
                                variable -> assertThat(variable.has("value")).isFalse()));
        assertThat(chart.of(Kind.ConfigMap))
                .allSatisfy(map -> assertThat(map.path("data").toString())
                        .doesNotContainIgnoringCase("password")
                        .doesNotContain("jdbc:")
                        .doesNotContain("rediss:"));
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(containers())
                .allSatisfy(container -> assertThat(container.path("image").asString())
                        .matches("(.+/)?macro-edge-[a-z-]+(:[0-9]+\\.[0-9]+\\.[0-9]+|@sha256:[0-9a-f]{64})"));
    }

    @Test
    void everyObjectSaysWhatItBelongsTo() {
        assertThat(chart.objects())
                .allSatisfy(object -> assertThat(object.at("/metadata/labels").propertyNames())
                        .as("%s", object.path("kind"))
                        .containsAll(OWN_LABELS));
        assertThat(chart.objects())
                .extracting(object -> object.path("kind") + " " + object.at("/metadata/name"))
                .doesNotHaveDuplicates();
    }

    /// Lists that the server merges by a key, where it refuses two entries of one key.
    @Test
    void noListHasTwoEntriesOfOneName() {
        assertThat(containers())
                .allSatisfy(container -> assertThat(List.of("env", "ports"))
                        .allSatisfy(list -> assertThat(container.path(list))
                                .extracting(entry -> entry.path("name").asString())
                                .doesNotHaveDuplicates()));
        assertThat(chart.pods())
                .allSatisfy(pod -> assertThat(pod.at("/spec/volumes"))
                        .extracting(volume -> volume.path("name").asString())
                        .doesNotHaveDuplicates());
    }

    @Test
    void bothDirectionsOfEveryPodAreClosedButForWhatIsNamed() {
        List<JsonNode> policies = chart.of(Kind.NetworkPolicy);

        assertThat(chart.pods())
                .allSatisfy(pod -> assertThat(DIRECTIONS)
                        .allSatisfy(direction -> assertThat(policies)
                                .filteredOn(policy -> policy.at("/spec/policyTypes")
                                        .valueStream()
                                        .anyMatch(type -> type.asString().equals(direction)))
                                .anyMatch(policy ->
                                        Selector.selects(policy.at("/spec/podSelector"), pod.at("/metadata/labels")))));
    }

    /// An empty list of peers would be everybody.
    @Test
    void everyRuleOfTheNetworkNamesPeersAndPorts() {
        assertThat(chart.of(Kind.NetworkPolicy))
                .allSatisfy(policy -> assertThat(Map.of("ingress", "from", "egress", "to"))
                        .allSatisfy((direction, peers) -> assertThat(
                                        policy.path("spec").path(direction))
                                .allSatisfy(rule -> {
                                    assertThat(rule.path(peers)).isNotEmpty();
                                    assertThat(rule.path("ports")).isNotEmpty();
                                })));
    }

    @Test
    void everySelectorFindsAPodAndEveryPathAService() {
        assertThat(chart.of(Kind.Service))
                .allSatisfy(service -> assertThat(chart.pods())
                        .anyMatch(pod -> Selector.hasAll(service.at("/spec/selector"), pod.at("/metadata/labels"))));
        assertThat(chart.of(Kind.PodDisruptionBudget))
                .hasSameSizeAs(chart.of(Kind.Deployment))
                .allSatisfy(budget -> assertThat(chart.pods())
                        .anyMatch(pod -> Selector.selects(budget.at("/spec/selector"), pod.at("/metadata/labels"))));
        List<String> services = chart.of(Kind.Service).stream()
                .map(service -> service.at("/metadata/name").asString())
                .toList();
        assertThat(chart.of(Kind.Ingress))
                .flatExtracting(ingress -> ingress.findValues("service"))
                .allSatisfy(service ->
                        assertThat(services).contains(service.path("name").asString()));
    }
}
