package org.macroedge.server.extremes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.extremes.SmallServer.Answer;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Every parameter of every operation that the description of the API lists, at its extremes: a new endpoint is tried
/// without anyone having to remember. Each answer is described, is a problem with a code if it is no success, and costs
/// at most two seconds and 64 MB.
class ApiExtremesTest {

    /// What the web server gives before any endpoint is found: a request line or headers that are too long.
    private static final Set<Integer> OF_ANY_REQUEST = Set.of(414, 431);

    @TempDir
    static Path folder;

    private static SmallServer server;
    private static List<Operation> operations;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = SmallServer.start(folder);
        operations = Operation.of(server.description());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyDeclaredParameterFieldAndPartHasABound() {
        assertThat(operations).hasSizeGreaterThan(18);
        for (Operation operation : operations) {
            assertThat(operation.all()).as(operation.toString()).allMatch(Field::isBounded);
        }
    }

    @Test
    void everyExtremeOfEveryParameterIsAnsweredWithinTheBounds() throws Exception {
        for (Operation operation : operations) {
            for (Field parameter : operation.parameters()) {
                for (String extreme : parameter.extremes()) {
                    check(ApiRequest.valid(operation).with(parameter, extreme));
                }
                check(ApiRequest.valid(operation).twice(parameter));
            }
            check(ApiRequest.valid(operation).with("unknown", "x"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void allParametersAtTheirEndsTogetherAreAnsweredWithinTheBounds() throws Exception {
        for (Operation operation : operations) {
            for (int mask = 0; mask < 16; mask++) {
                check(ApiRequest.valid(operation).withEnds(mask));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// A region is an id, which may be in any case.
    @Test
    void aCodeInAnotherCaseIsRefusedAndTheRightOneNamed() throws Exception {
        int tried = 0;
        for (Operation operation : operations) {
            for (Field parameter : operation.parameters()) {
                for (String code : parameter.name().equals("region") ? List.<String>of() : parameter.codes()) {
                    String other = code.equals(code.toUpperCase(Locale.ROOT))
                            ? code.toLowerCase(Locale.ROOT)
                            : code.toUpperCase(Locale.ROOT);
                    ApiRequest request = ApiRequest.valid(operation).with(parameter, other);
                    Answer answer = server.send(request.build(server));
                    assertThat(answer.status()).as(request.toString()).isEqualTo(400);
                    assertThat(answer.start())
                            .contains(
                                    "Invalid value for " + parameter.name() + ": \\\"" + other + "\\\". Write " + code);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
    }

    @Test
    void everyExtremeOfEveryFieldOfABodyIsAnsweredWithinTheBounds() throws Exception {
        for (Operation operation : operations) {
            for (Field field : operation.fields()) {
                for (String extreme : field.extremes()) {
                    check(ApiRequest.valid(operation).withField(field.name(), extreme));
                }
                for (Object other : List.of(1, 1.5, true, List.of(), Map.of(), List.of("x"))) {
                    check(ApiRequest.valid(operation).withField(field.name(), other));
                }
                check(ApiRequest.valid(operation).withField(field.name(), "a".repeat(1_000_000)));
            }
            for (String body : List.of("", "null", "[]", "{}", "x", "{\"a\":", "[".repeat(100_000), "\u0000")) {
                check(ApiRequest.valid(operation).withBody(body));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsAboveTheBoundsIsNoticed() throws Exception {
        Cost<Integer> large = Cost.of(() -> onAnotherThread(() -> new byte[65 << 20].length));
        Cost<Integer> slow = Cost.of(() -> onAnotherThread(() -> {
            Thread.sleep(Cost.MOST_TIME.plusMillis(1));
            return 0;
        }));
        assertThat(large.isWithinBounds()).as(large.toString()).isFalse();
        assertThat(slow.isWithinBounds()).as(slow.toString()).isFalse();
    }

    private static int onAnotherThread(Callable<Integer> work) throws Exception {
        FutureTask<Integer> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task.get();
    }

    private void check(ApiRequest request) throws Exception {
        HttpRequest.Builder built = request.build(server);
        Cost<Answer> cost = Cost.of(() -> server.send(built.copy()));
        Answer answer = cost.answer();
        String fault = fault(request, answer);
        if (!fault.isEmpty() || !cost.isWithinBounds()) {
            faults.add(request + ": status " + answer.status() + ", " + fault + " " + cost.time() + ", " + cost.bytes()
                    + " bytes: "
                    + answer.start().substring(0, Math.min(300, answer.start().length())));
        }
    }

    private static String fault(ApiRequest request, Answer answer) {
        int status = answer.status();
        if (status < 400) {
            return request.operation().answer(status).isPresent() ? "" : "not described";
        }
        if (!answer.type().equals("application/problem+json")) {
            return "no problem";
        }
        JsonNode problem = Json.mapper().readTree(answer.start());
        String code = problem.path("type").asString("").replace("urn:macro-edge:problem:", "");
        if (status >= 500 || problem.path("detail").asString("").isEmpty()) {
            return "no answer";
        }
        boolean described = request.operation().answer(status).orElse("").contains("`" + code + "`");
        return described || OF_ANY_REQUEST.contains(status) || request.isElsewhere(code)
                ? ""
                : "not described: " + code;
    }
}
