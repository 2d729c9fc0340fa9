package org.macroedge.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;

/// A program that pushes the releases of two indicators, month by month, to a server that may be killed at any
/// moment. A push that got no answer is sent again with its key until it has one.
final class RepeatingPusher implements Runnable {

    private static final YearMonth FIRST = YearMonth.of(1950, 1);
    private static final YearMonth END = YearMonth.of(2021, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RETRY_MILLISECONDS = 20;

    /// A release as it is pushed and as it should be stored.
    record Figure(String release, double actual) {}

    /// A push; its answer is null until there is one.
    record Push(
            String key,
            String body,
            List<Figure> figures,
            @Nullable String answer) {

        long batch() {
            return Json.mapper().readTree(answer).path("batch").asLong();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI releases;
    private final List<String> indicators;
    private final SplittableRandom random;

    /// What was answered with success, in order.
    final List<Push> answered = new ArrayList<>();

    /// What should not have been answered.
    final List<String> faults = new ArrayList<>();

    int repeated;
    int unanswered;

    private YearMonth month = FIRST;
    private @Nullable Push pending;
    private volatile boolean stopped;

    RepeatingPusher(URI server, List<String> indicators, SplittableRandom random) {
        this.releases = server.resolve("/api/v1/releases");
        this.indicators = indicators;
        this.random = random;
    }

    /// The push that waits for its answer.
    @Nullable
    Push pending() {
        return pending;
    }

    /// Whether a push was answered, and none waits.
    boolean hasPushed() {
        return pending == null && !answered.isEmpty();
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped && faults.isEmpty() && month.isBefore(END)) {
                step();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        if (pending == null && !answered.isEmpty() && random.nextInt(4) == 0) {
            repeat(answered.get(random.nextInt(answered.size())));
        } else {
            push();
        }
    }

    /// Sends the push that waits, or the next one.
    ///
    /// @return whether it was answered with success
    boolean push() throws InterruptedException {
        Push push = pending == null ? next() : pending;
        pending = push;
        String answer = send(push);
        if (answer == null) {
            return false;
        }
        answered.add(new Push(push.key(), push.body(), push.figures(), answer));
        pending = null;
        month = month.plusMonths(1);
        return true;
    }

    private void repeat(Push push) throws InterruptedException {
        String answer = send(push);
        if (answer != null) {
            repeated++;
            if (!answer.equals(push.answer())) {
                faults.add("%s was answered %s, and then %s".formatted(push.key(), push.answer(), answer));
            }
        }
    }

    private Push next() {
        LocalDate day = month.atDay(15);
        List<Figure> figures = indicators.stream()
                .map(indicator -> new Figure(indicator + "@" + day, random.nextInt(-20, 21) / 10.0))
                .toList();
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < indicators.size(); index++) {
            parts.add("{\"indicator\":\"%s\",\"releasedAt\":\"%sT13:30:00Z\",\"period\":\"%s\",\"actual\":%s}"
                    .formatted(
                            indicators.get(index),
                            day,
                            month.minusMonths(1).atDay(1),
                            figures.get(index).actual()));
        }
        String body = "{\"source\":\"macro-edge\",\"releases\":[" + String.join(",", parts) + "]}";
        return new Push(indicators.getFirst() + "-" + month, body, figures, null);
    }

    /// The body of a success; null where the server was killed, starts or has lost its store.
    private @Nullable String send(Push push) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(releases)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", push.key())
                            .POST(HttpRequest.BodyPublishers.ofString(push.body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            if (answer.statusCode() != 503) {
                faults.add(push.key() + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException broken) {
            unanswered++;
        }
        TimeUnit.MILLISECONDS.sleep(RETRY_MILLISECONDS);
        return null;
    }
}
