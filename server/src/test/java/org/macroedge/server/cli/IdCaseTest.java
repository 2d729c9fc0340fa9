package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// One rule for every id: upper and lower case mean the same. Words of a fixed list are written as they are listed.
class IdCaseTest {

    private static final Set<String> IDS =
            Set.of("id", "index", "indicator", "instrument", "job", "region", "release", "source", "weightSet");

    /// Texts that are no ids of the store: names that their senders or their brokers choose or the audit log has, the
    /// digits of a key, ids of the file of alerts, and lists that hold ids among other things.
    private static final Set<String> OTHERS = Set.of(
            "Idempotency-Key",
            "against",
            "channel",
            "keyId",
            "label",
            "operation",
            "pair",
            "principal",
            "profile",
            "rule",
            "serverTime",
            "set",
            "symbolSuffix",
            "symbols",
            "within");

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void serve() {
        home = new SampleHome(folder);
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Operation(String method, String path, List<JsonNode> parameters) {

        /// The address with the example of each id, and whatever else is required.
        String address(UnaryOperator<String> change) {
            String address = path;
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : parameters) {
                String name = parameter.path("name").asString();
                String example = parameter.path("example").asString("");
                String value = IDS.contains(name) ? change.apply(example) : example;
                if (parameter.path("in").asString().equals("path")) {
                    address = address.replace("{" + name + "}", value);
                } else if (IDS.contains(name)) {
                    query.add(name + "=" + value);
                }
            }
            return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        boolean hasId() {
            return parameters.stream()
                    .anyMatch(parameter -> IDS.contains(parameter.path("name").asString()));
        }
    }

    private static List<Operation> operations() throws Exception {
        List<Operation> operations = new ArrayList<>();
        JsonNode description =
                Json.mapper().readTree(SampleHome.get(server, "/openapi.json").body());
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey(),
                                path.getKey(),
                                method.getValue()
                                        .path("parameters")
                                        .valueStream()
                                        .toList()))));
        return operations;
    }

    @Test
    void everyTextThatIsNoInstantAndNoWordOfAListIsAnIdOrKnownToBeNone() throws Exception {
        Set<String> texts = operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.path("name").asString().equals("region")
                        || (parameter.path("schema").path("type").asString("").equals("string")
                                && parameter.path("schema").path("enum").isMissingNode()
                                && parameter.path("schema").path("format").isMissingNode()))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(IDS);
        known.addAll(OTHERS);
        assertThat(texts).isEqualTo(known);
    }

    @Test
    void everyReadAnswersAnIdInAnyCaseAlike() throws Exception {
        List<Operation> reads = operations().stream()
                .filter(operation -> operation.method().equals("get") && operation.hasId())
                .toList();
        assertThat(reads).hasSizeGreaterThan(20);
        for (Operation read : reads) {
            HttpResponse<String> written = SampleHome.get(server, read.address(id -> id));
            for (String address : List.of(
                    read.address(id -> id.toUpperCase(Locale.ROOT)), read.address(id -> id.toLowerCase(Locale.ROOT)))) {
                HttpResponse<String> other = SampleHome.get(server, address);
                assertThat(other.statusCode()).as(address).isEqualTo(written.statusCode());
                assertThat(content(other)).as(address).isEqualTo(content(written));
            }
        }
    }

    /// Without the address that a problem repeats.
    private static String content(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                ? answer.body()
                : Json.mapper().readTree(answer.body()).path("detail").asString();
    }

    @Test
    void anActionTakesAnIdInAnyCase() throws Exception {
        assertThat(post("jobs/BIAS_Engine/pause", "")).contains("\"name\":\"bias_engine\"");
        assertThat(post("jobs/Bias_Engine/resume", "")).contains("\"name\":\"bias_engine\"");
        assertThat(post(
                        "releases/US-Nonfarm-Payrolls@2021-09-03/statements",
                        "{\"statement\":\"confirm\",\"reason\":\"checked\"}"))
                .contains("\"releaseId\":\"us-nonfarm-payrolls@2021-09-03\"");
    }

    private static String post(String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/api/v1/" + path));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer = SampleHome.send(
                request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aCommandTakesAnIdInAnyCase() {
        for (List<String> pair : List.of(
                List.of("bias EURUSD --weight-set equal", "bias eurusd --weight-set EQUAL"),
                List.of("indicators us-cpi-mom", "indicators US-CPI-MOM"),
                List.of("revisions us-cpi-mom", "revisions US-CPI-MOM"),
                List.of("index EUR-inflation", "index eur-INFLATION"),
                List.of("calendar --region GB", "calendar --region gb"),
                List.of("regime US", "regime us"))) {
            CommandLineRunner.Ended written = home.run(pair.getFirst() + " --format json");
            CommandLineRunner.Ended other = home.run(pair.getLast() + " --format json");
            assertThat(written.status()).as(written.errors()).isZero();
            assertThat(other.out()).as(pair.getLast()).isEqualTo(written.out());
        }
    }
}
