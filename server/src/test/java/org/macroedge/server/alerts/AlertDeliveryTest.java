package org.macroedge.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.AlertSender;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.rules.AlertFile;
import org.macroedge.server.alerts.rules.AlertKind;
import org.macroedge.server.alerts.rules.AlertRule;
import org.macroedge.server.alerts.view.AlertDeliveryItem;
import org.macroedge.server.alerts.view.AlertPage;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.messages.LogLines;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;

/// What becomes of raised alerts, with a receiver on loopback and a real database.
class AlertDeliveryTest {

    private static final String KEY = "verysecretpart1234";
    private static final String OK = FaultServer.answer("200 OK", "", "ok");
    private static final AlertRule RULE = AlertFixture.rule("jobs", AlertKind.JOB_FAILED, 0, 0);

    private final Database database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock("2026-11-27T08:00:00Z");
    private final AlertSender sender = new AlertSender(clock, Map.of());
    private FaultServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = FaultServer.of(OK);
    }

    @AfterEach
    void close() throws IOException {
        sender.close();
        receiver.close();
        database.close();
    }

    private AlertFile file() {
        return to(receiver.address("/services/" + KEY));
    }

    private static AlertFile to(URI address) {
        return new AlertFile(List.of(RULE), List.of(new AlertChannel("desk", ChannelKind.SLACK, address, null, null)));
    }

    private AlertDelivery delivery(AlertFile file) {
        DeliveryStore store = new DeliveryStore(database.jdbc());
        return new AlertDelivery(
                file, store, new ChannelHolds(database.jdbc()), sender, clock, new SplittableRandom(1));
    }

    private void deliver() {
        deliver(file());
    }

    private void deliver(AlertFile file) {
        AlertDelivery delivery = delivery(file);
        delivery.run();
        delivery.running().join();
    }

    private void raise(int number) {
        Instant now = clock.instant();
        database.transactions()
                .executeWithoutResult(status -> new AlertStore(database.jdbc())
                        .add(new Finding(RULE, "bias_engine", "run " + number, "Alert " + number, now), now, now)
                        .orElseThrow());
    }

    private AlertDeliveryItem only() {
        return new AlertStore(database.jdbc())
                .latest(new AlertQuestion(null, null, null, null, 10), 10)
                .getFirst()
                .deliveries()
                .getFirst();
    }

    @Test
    void anAlertIsSentOnceAndNotedAsSent() {
        raise(1);

        deliver();
        deliver();

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request).startsWith("POST /services/" + KEY).endsWith("{\"text\":\"Alert 1\"}"));
        assertThat(only()).isEqualTo(new AlertDeliveryItem("desk", "sent", 1, null, null));
    }

    @Test
    void whatIsNotTakenIsTriedAgainAfterGrowingPausesAndKeepsItsFaultWithoutTheAddress() {
        receiver.answerWith(FaultServer.text(FaultServer.answer("500 " + KEY, "", KEY)));
        raise(1);
        Duration last = Duration.ZERO;
        for (int attempt = 1; attempt <= 5; attempt++) {
            deliver();
            deliver(); // it is not due yet
            AlertDeliveryItem item = only();
            assertThat(item.attempts()).isEqualTo(attempt);
            assertThat(item.fault()).isEqualTo("the receiver answered with status 500");
            Duration pause = Duration.between(clock.instant(), item.nextAt());
            assertThat(pause).isGreaterThan(last);
            last = pause;
            clock.set(item.nextAt());
        }
        assertThat(receiver.requests()).hasSize(5);

        receiver.answerWith(FaultServer.text(OK));
        deliver();
        assertThat(only().state()).isEqualTo("sent");
    }

    @Test
    void whatIsNotTakenForADayIsGivenUpAndSaidSo() throws IOException {
        raise(1);
        URI nowhere = receiver.address("/" + KEY);
        receiver.close();
        try (LogLines lines = LogLines.open()) {
            for (int attempts = 0; only().state().equals("pending"); attempts++) {
                assertThat(attempts).isLessThan(100);
                deliver(to(nowhere));
                Instant next = only().nextAt();
                clock.set(next == null ? clock.instant() : next);
            }
            lines.assertSeen("LogMessage.ALERT_GIVEN_UP");
            assertThat(lines.lines()).noneMatch(line -> line.contains(KEY));
        }
        assertThat(only().state()).isEqualTo("given-up");
        assertThat(only().fault()).isEqualTo("no connection to the receiver");
        assertThat(only().attempts()).isBetween(20, 40);
    }

    @Test
    void whatCouldNotBeTriedForDaysIsSentAndWhatNobodyCanTryIsGivenUp() {
        raise(1);
        clock.step(Duration.ofDays(3));

        AlertFile elsewhere = new AlertFile(
                List.of(RULE),
                List.of(new AlertChannel("other", ChannelKind.SLACK, receiver.address("/"), null, null)));
        deliver(AlertFile.NONE);
        assertThat(only().state()).isEqualTo("pending");
        deliver();
        assertThat(only().state()).isEqualTo("sent");

        raise(2);
        clock.step(Duration.ofDays(3));
        deliver(elsewhere);
        assertThat(only()).isEqualTo(new AlertDeliveryItem("desk", "given-up", 0, null, null));
    }

    @Test
    void twoServersSendEachAlertOnce() {
        for (int number = 1; number <= 60; number++) {
            raise(number);
        }

        CompletableFuture.allOf(Stream.of(1, 2, 3)
                        .map(server -> CompletableFuture.runAsync(this::deliver))
                        .toArray(CompletableFuture[]::new))
                .join();
        deliver();

        Set<String> bodies = new HashSet<>();
        receiver.requests().forEach(request -> bodies.add(request.substring(request.indexOf('{'))));
        assertThat(receiver.requests()).hasSize(60);
        assertThat(bodies).hasSize(60);
    }

    /// The beans of two servers whose clocks are six minutes apart: the later one sees the lease of the other as over
    /// by its own clock.
    @Test
    void twoServersWithClocksApartSendAnAlertOnce() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        receiver.answerWith((head, socket) -> {
            await(answered);
            socket.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
        });
        clock.set(Instant.now());
        raise(1);
        try (AlertDelivery behind = of(Duration.ofMinutes(-3));
                AlertDelivery ahead = of(Duration.ofMinutes(3))) {
            behind.run();
            Instant begin = Instant.now();
            while (receiver.requests().isEmpty()) {
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
            ahead.run();
            ahead.running().copy().completeOnTimeout(null, 2, TimeUnit.SECONDS).join();
            answered.countDown();
        }

        assertThat(receiver.requests()).hasSize(1);
        assertThat(only().state()).isEqualTo("sent");
    }

    private AlertDelivery of(Duration apart) {
        Clock machine = Clock.offset(Clock.systemUTC(), apart);
        return new AlertsConfiguration()
                .alertDelivery(file(), database.jdbc(), new ChannelHolds(database.jdbc()), sender, machine);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatEndsBetweenTheSendingAndItsNoteSendsAgainAndLosesNothing() {
        raise(1);
        String full = "ALTER TABLE alert_delivery ADD CONSTRAINT full_disk CHECK (state <> 'sent') NOT VALID";
        database.jdbc().sql(full).update();
        assertThatThrownBy(this::deliver).hasMessageContaining("full_disk");
        assertThat(receiver.requests()).hasSize(1);
        assertThat(only().state()).isEqualTo("pending");
        database.jdbc()
                .sql("ALTER TABLE alert_delivery DROP CONSTRAINT full_disk")
                .update();
        deliver();
        assertThat(receiver.requests()).hasSize(1); // taken for a minute

        clock.step(Duration.ofMinutes(1));
        deliver();

        assertThat(only().state()).isEqualTo("sent");
        assertThat(receiver.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request).endsWith("Alert 1\"}"));
    }

    @Test
    void aNoteThatComesLateDoesNotTakeBackWhatAnotherServerHasSent() {
        raise(1);
        DeliveryStore store = new DeliveryStore(database.jdbc());
        Instant first = clock.instant();
        DeliveryStore.Due slow =
                store.take("desk", first, first.plusSeconds(60)).orElseThrow();
        Instant second = first.plusSeconds(61);
        DeliveryStore.Due other =
                store.take("desk", second, second.plusSeconds(60)).orElseThrow();

        store.failed(slow, "late", second.plusSeconds(30), second);
        assertThat(only().fault()).isNull();
        store.sent(other, null, second);
        store.failed(other, "late", second.plusSeconds(30), second);

        assertThat(only()).isEqualTo(new AlertDeliveryItem("desk", "sent", 2, null, null));
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (FaultServer other = FaultServer.of(OK)) {
            String elsewhere = "Location: " + other.address("/taken") + "\r\n";
            receiver.answerWith(FaultServer.text(FaultServer.answer("307 Temporary Redirect", elsewhere, "")));
            raise(1);

            deliver();

            assertThat(other.requests()).isEmpty();
            assertThat(only().fault()).isEqualTo("the receiver sent it elsewhere (status 307), which is not followed");
        }
    }

    @Test
    void aChannelThatHangsHoldsUpNoOther() throws IOException {
        try (FaultServer silent =
                new FaultServer((head, socket) -> socket.getInputStream().read())) {
            AlertRule both = new AlertRule(
                    "both", AlertKind.JOB_FAILED, RULE.scope(), 0, Duration.ZERO, List.of("a-silent", "desk"));
            AlertFile file = new AlertFile(
                    List.of(both),
                    List.of(
                            new AlertChannel("a-silent", ChannelKind.DISCORD, silent.address("/"), null, null),
                            new AlertChannel("desk", ChannelKind.SLACK, receiver.address("/"), null, null)));
            Instant now = clock.instant();
            database.transactions()
                    .executeWithoutResult(status ->
                            new AlertStore(database.jdbc()).add(new Finding(both, "x", "x", "Alert", now), now, now));

            AlertDelivery delivery = delivery(file);
            delivery.run();
            while (!silent.requests().isEmpty() && receiver.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            raise(2);
            Instant begin = Instant.now();
            while (receiver.requests().size() < 2) {
                delivery.run();
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
            delivery.close();

            List<AlertDeliveryItem> items = new AlertStore(database.jdbc())
                    .latest(new AlertQuestion(null, null, null, null, 10), 10)
                    .getLast()
                    .deliveries();
            assertThat(items.get(0).fault()).isEqualTo("the receiver did not answer within 15 seconds");
            assertThat(items.get(1).state()).isEqualTo("sent");
            assertThat(silent.requests()).hasSize(1);
        }
    }

    private AlertLog log(AlertFile file) {
        return new AlertLog(new AlertStore(database.jdbc()), file, sender, new ChannelHolds(database.jdbc()), clock);
    }

    @Test
    void aTestMessageIsSentAtOnceAndIsNoAlert() {
        assertThat(log(file()).test("DESK").kind()).isEqualTo("slack");

        assertThat(receiver.requests())
                .singleElement()
                .satisfies(request -> assertThat(request).contains("This is a test message of macro-edge"));
        assertThat(log(file())
                        .page(new AlertQuestion(null, null, null, null, 10))
                        .items())
                .isEmpty();
    }

    @Test
    void aTestMessageThatIsNotTakenSaysWhy() {
        receiver.answerWith(FaultServer.text(FaultServer.answer("403 Forbidden", "", KEY)));

        MacroEdgeException fault =
                catchThrowableOfType(MacroEdgeException.class, () -> log(file()).test("desk"));

        DeclaredMessages.assertSeen("AlertMessage.TEST_FAILED", fault.getMessage());
        assertThat(fault.code()).isEqualTo(ProblemCode.CHANNEL_FAULT);
        assertThat(fault).hasMessageContaining("status 403").hasMessageNotContaining(KEY);
        assertThatThrownBy(() -> log(file()).test("other")).hasMessageContaining("Existing channels: desk");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int number = 1; number <= 5; number++) {
            raise(number);
            clock.step(Duration.ofMinutes(1));
        }
        AlertLog log = log(file());

        AlertPage first = log.page(new AlertQuestion("JOBS", null, null, null, 3));
        AlertPage second = log.page(new AlertQuestion(null, null, null, first.next(), 3));

        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(item -> item.cause()))
                .containsExactly("Alert 5", "Alert 4", "Alert 3", "Alert 2", "Alert 1");
        assertThat(second.next()).isNull();
        assertThat(log.page(new AlertQuestion("other", null, null, null, 3)).items())
                .isEmpty();
        Instant since = clock.instant().minus(Duration.ofMinutes(2));
        assertThat(log.page(new AlertQuestion(null, since, null, null, 3)).items())
                .hasSize(2);
    }
}
