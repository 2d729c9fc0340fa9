package org.macroedge.server.chaos;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.json.Json;

/// A program that pushes releases of two indicators in the order of time, corrects them, takes pushes back, and sends
/// again what it has sent before. What got no answer is sent again until it has one. The releases span years, so that a
/// correction of an old one makes many biases new.
final class ChangingPusher implements Runnable {

    private static final int RELEASES = 18;
    private static final int MONTHS_BETWEEN = 8;
    private static final YearMonth FIRST = YearMonth.now(ZoneOffset.UTC).minusMonths(2 + RELEASES * MONTHS_BETWEEN);
    private static final int PAUSE_MILLISECONDS = 150;
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    /// Of a server that starts, has lost its store or has no room, and of one that asks for patience.
    private static final Set<Integer> LATER = Set.of(429, 503, 507);

    /// A release as it is pushed and as it should be stored.
    record Figure(String release, BigDecimal actual) {}

    /// A push.
    ///
    /// @param answer null until there is one
    record Push(
            String key,
            String body,
            List<Figure> figures,
            @Nullable String answer) {

        long batch() {
            return Json.mapper().readTree(answer).path("batch").asLong();
        }
    }

    private final ApiClient api;
    private final List<String> indicators;
    private final SplittableRandom random;

    /// What was answered with success, in order.
    final List<Push> pushed = new ArrayList<>();

    /// The batches that were taken back.
    final List<Long> undone = new ArrayList<>();

    /// What should not have been answered.
    final List<String> faults = new ArrayList<>();

    int repeated;
    int unanswered;

    private int next;
    private int number;
    private @Nullable Push pending;
    private @Nullable Long undoing;
    private volatile boolean paused;
    private volatile boolean idle;
    private volatile boolean stopped;

    ChangingPusher(ApiClient api, List<String> indicators, SplittableRandom random) {
        this.api = api;
        this.indicators = indicators;
        this.random = random;
    }

    /// Lets it bring what it has begun to its end, and then wait.
    void pause() {
        paused = true;
    }

    void resume() {
        idle = false;
        paused = false;
    }

    /// Whether it waits and nothing is without an answer.
    boolean isIdle() {
        return idle;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped && faults.isEmpty()) {
                boolean rests = paused && pending == null && undoing == null;
                idle = rests;
                if (!rests) {
                    step();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            faults.add(fault.toString());
        }
        idle = true;
    }

    private void step() throws InterruptedException {
        if (pending == null && undoing == null) {
            choose();
        }
        if (pending != null) {
            push(pending);
        } else if (undoing != null) {
            undo(undoing);
        }
    }

    private void choose() throws InterruptedException {
        int choice = pushed.isEmpty() ? 0 : random.nextInt(10);
        if (choice < 4 && next < RELEASES) {
            pending = newPush(next++);
        } else if (choice < 7) {
            pending = newPush(random.nextInt(next));
        } else if (choice < 8) {
            repeat(pushed.get(random.nextInt(pushed.size())));
        } else {
            long batch = pushed.get(random.nextInt(pushed.size())).batch();
            undoing = undone.contains(batch) ? null : batch;
        }
    }

    /// A push whose figures no other push has.
    private Push newPush(int index) {
        number++;
        YearMonth month = FIRST.plusMonths((long) index * MONTHS_BETWEEN);
        LocalDate day = month.atDay(15);
        List<Figure> figures = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String indicator : indicators) {
            BigDecimal actual = BigDecimal.valueOf(random.nextInt(-20, 21) * 10_000L + number, 5);
            figures.add(new Figure(indicator + "@" + day, actual.stripTrailingZeros()));
            parts.add(("{\"indicator\":\"%s\",\"releasedAt\":\"%sT13:30:00Z\",\"period\":\"%s\",\"actual\":%s,"
                            + "\"forecasts\":[{\"kind\":\"survey\",\"value\":%s}]}")
                    .formatted(
                            indicator,
                            day,
                            month.minusMonths(1).atDay(1),
                            actual.toPlainString(),
                            BigDecimal.valueOf(index % 5, 1)));
        }
        String body = "{\"source\":\"macro-edge\",\"releases\":[" + String.join(",", parts) + "]}";
        return new Push(indicators.getFirst() + "-" + number, body, figures, null);
    }

    private void push(Push push) throws InterruptedException {
        String answer = answer(push.key(), api.post("/api/v1/releases", push.key(), push.body()));
        if (answer != null) {
            pushed.add(new Push(push.key(), push.body(), push.figures(), answer));
            pending = null;
        }
    }

    private void repeat(Push push) throws InterruptedException {
        String answer = answer(push.key(), api.post("/api/v1/releases", push.key(), push.body()));
        if (answer != null) {
            repeated++;
            if (!answer.equals(push.answer())) {
                faults.add("%s was answered %s, and then %s".formatted(push.key(), push.answer(), answer));
            }
        }
    }

    /// A batch that is undone already was undone by the request that got no answer.
    private void undo(long batch) throws InterruptedException {
        String what = "undo of " + batch;
        HttpResponse<String> response = api.post("/api/v1/imports/" + batch + "/undo", null, "");
        boolean before = response != null
                && response.statusCode() == CONFLICT
                && response.body().contains("batch-already-undone");
        if (before || answer(what, response) != null) {
            undone.add(batch);
            undoing = null;
        }
    }

    /// The body of a success; null where it is to be tried again.
    private @Nullable String answer(String what, @Nullable HttpResponse<String> response) {
        if (response == null) {
            unanswered++;
            return null;
        }
        if (response.statusCode() == OK) {
            return response.body();
        }
        if (!LATER.contains(response.statusCode())) {
            faults.add(what + ": " + response.statusCode() + " " + response.body());
        }
        return null;
    }
}
