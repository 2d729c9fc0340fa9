package org.macroedge.server.deploy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The objects that the chart makes of one profile, by the library of Helm itself.
///
/// @param text as Helm prints it
record RenderedChart(String text, List<JsonNode> objects) {

    static final Path CHART =
            Path.of("../deploy/helm/macro-edge").toAbsolutePath().normalize();

    private static final JsonMapper JSON = new JsonMapper();

    /// The names of the profiles that come with the chart.
    static List<String> profiles() throws IOException {
        try (Stream<Path> files = Files.list(CHART.resolve("profiles"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    static RenderedChart of(String profile) {
        return of(profile, Map.of());
    }

    /// @param values that override those of the profile, by their paths
    static RenderedChart of(String profile, Map<String, Object> values) {
        TemplateCommand command = new Helm(CHART)
                .template()
                .withName("macro")
                .withNamespace("desk")
                .withKubeVersion("1.30.0")
                .withValuesFile(CHART.resolve("profiles").resolve(profile + ".yaml"));
        values.forEach(command::set);
        String text = command.call();
        return new RenderedChart(text, read(text));
    }

    private static List<JsonNode> read(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .filter(Map.class::isInstance)
                .map(object -> (JsonNode) JSON.valueToTree(object))
                .toList();
    }

    List<JsonNode> of(Kind kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asString().equals(kind.name()))
                .toList();
    }

    /// What each pod is made of, with its labels.
    List<JsonNode> pods() {
        return Stream.concat(
                        of(Kind.Deployment).stream().map(object -> object.at("/spec/template")),
                        of(Kind.CronJob).stream().map(object -> object.at("/spec/jobTemplate/spec/template")))
                .toList();
    }

    /// The environment of a container, with a value in place of each secret.
    Map<String, String> environment(JsonNode container, String secret) {
        Map<String, String> variables = container
                .path("envFrom")
                .valueStream()
                .map(source -> source.at("/configMapRef/name").asString())
                .flatMap(name -> config(name).propertyStream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
        container
                .path("env")
                .forEach(variable -> variables.put(
                        variable.path("name").asString(), variable.path("value").asString(secret)));
        return variables;
    }

    private JsonNode config(String name) {
        return of(Kind.ConfigMap).stream()
                .filter(map -> map.at("/metadata/name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    /// A file that the chart brings, of a ConfigMap.
    String file(String name) {
        return config("macro-files").path(name).asString();
    }

    /// Kinds of objects, as Kubernetes spells them.
    enum Kind {
        Deployment,
        CronJob,
        ConfigMap,
        Service,
        Ingress,
        HorizontalPodAutoscaler,
        PodDisruptionBudget,
        NetworkPolicy,
        ServiceMonitor,
        PrometheusRule,
        ExternalSecret,
        BackendConfig
    }
}
