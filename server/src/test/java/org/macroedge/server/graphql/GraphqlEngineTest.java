package org.macroedge.server.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.DataFetcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;
import tools.jackson.databind.JsonNode;

/// Queries whose answers fail or take long.
class GraphqlEngineTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    /// An engine that answers indices after a while, and instruments by a fault.
    private GraphqlEngine engine(Duration patience) {
        DataFetcher<Object> slow = question -> {
            asked.incrementAndGet();
            released.await();
            return Json.mapper().createObjectNode();
        };
        DataFetcher<Object> failing = question -> {
            throw new IllegalStateException("a secret of the program");
        };
        DataFetcher<Object> incomplete = question -> Json.mapper().createObjectNode();
        return new GraphqlEngine(
                GraphqlSchema.of(Map.of("indices", slow, "instruments", failing, "regimes", incomplete)), patience);
    }

    private static JsonNode answer(GraphqlEngine engine, String query) {
        return Json.mapper()
                .readTree(Json.bytes(
                        engine.answer(new GraphqlRequest(query, null, Map.of())).body()));
    }

    @Test
    @Timeout(60)
    void aQueryThatTakesTooLongIsToldSoAndGoesNoFurther() throws InterruptedException {
        GraphqlEngine engine = engine(Duration.ofMillis(300));

        JsonNode answer = answer(engine, "{ a: indices { asOf } b: indices { asOf } }");

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("unavailable");
        DeclaredMessages.assertSeen(
                "GraphqlProblem.TOO_SLOW", answer.at("/errors/0/message").asString());
        released.countDown();
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(asked).hasValue(1);
    }

    @Test
    @Timeout(60)
    void thoseThatRunAreBounded() {
        GraphqlEngine engine = engine(Duration.ofMillis(200));

        for (int index = 0; index < GraphqlLimits.RUNNING + 3; index++) {
            assertThat(answer(engine, "{ indices { asOf } }").has("data")).isFalse();
        }

        assertThat(asked).hasValue(GraphqlLimits.RUNNING);
        released.countDown();
        assertThat(answer(engine, "{ __typename }").has("data")).isTrue();
    }

    @Test
    void aFaultOfTheProgramIsToldWithoutItsCause() {
        JsonNode answer = answer(engine(Duration.ofSeconds(10)), "{ instruments { items { name } } __typename }");

        assertThat(answer.at("/data/__typename").asString())
                .as(answer.toString())
                .isEqualTo("Query");
        assertThat(answer.at("/data/instruments").isNull()).isTrue();
        assertFailed(answer);
    }

    @Test
    void anAnswerWithoutAFieldThatItMustHaveIsAFault() {
        assertFailed(answer(engine(Duration.ofSeconds(10)), "{ regimes { asOf } }"));
    }

    private static void assertFailed(JsonNode answer) {
        assertThat(answer.path("errors")).hasSize(1);
        assertThat(answer.toString()).doesNotContain("secret").doesNotContain("graphql.");
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("internal");
        DeclaredMessages.assertSeen(
                "GraphqlProblem.FAILED", answer.at("/errors/0/message").asString());
        assertThat(List.of("message", "path", "locations", "extensions"))
                .containsAll(answer.at("/errors/0").propertyNames());
    }
}
