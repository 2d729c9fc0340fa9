package org.macroedge.server.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.LogForm;
import org.macroedge.server.platform.config.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

/// Every line of the log is a line of JSON, whatever is logged, and the lines after it are whole too.
class JsonLinesTest {

    private static final Logger LOG = LoggerFactory.getLogger(JsonLinesTest.class);

    /// Half letters, control letters, ends of lines in every script, what JSON and layouts give a meaning, and length.
    private static final List<String> HOSTILE = List.of(
            "\ud800",
            "\udc00\ud800",
            "a\ud83d",
            "\udfff\"",
            "\0\1\u001b[31m\b",
            "\n{\"level\":\"FORGED\"}\r\n",
            "\u0085\u2028\u2029\ufeff\uffff",
            "\"\\\"}",
            "%msg %ex ${HOME} {} %n",
            "é€😀",
            "x".repeat(JsonLine.LONGEST_TEXT - 1) + "😀😀",
            "");

    private LoggedText log;

    @BeforeEach
    void open() {
        log = LoggedText.open(LogForm.JSON);
    }

    @AfterEach
    void close() {
        MDC.clear();
        log.close();
    }

    private static String readable(String text) {
        String cut = text.length() <= JsonLine.LONGEST_TEXT ? text : text.substring(0, JsonLine.LONGEST_TEXT) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Test
    void aHostileValueIsOneWholeLineAndSoIsTheNext() {
        for (String value : HOSTILE) {
            MDC.put("request", value);
            LOG.atWarn()
                    .addKeyValue("value", value)
                    .setCause(new IllegalStateException(value))
                    .log(value);
            MDC.remove("request");
            LOG.warn("next");
        }

        List<JsonNode> lines = log.lines();
        assertThat(lines).hasSize(2 * HOSTILE.size());
        assertThat(log.text()).matches("[\\x20-\\x7e\\n]*");
        for (int index = 0; index < HOSTILE.size(); index++) {
            JsonNode line = lines.get(2 * index);
            String value = readable(HOSTILE.get(index));
            assertThat(line.propertyNames())
                    .containsExactly("time", "level", "logger", "thread", "message", "request", "value", "fault");
            assertThat(line.path("message").asString()).isEqualTo(value);
            assertThat(line.path("request").asString()).isEqualTo(value);
            assertThat(line.path("value").asString()).isEqualTo(value);
            assertThat(line.path("fault").asString()).startsWith("java.lang.IllegalStateException: ");
            JsonNode next = lines.get(2 * index + 1);
            assertThat(next.propertyNames()).containsExactly("time", "level", "logger", "thread", "message");
            assertThat(next.path("message").asString()).isEqualTo("next");
        }
    }

    @Test
    void whatCannotBeWrittenAtAllIsSaidAndTheNextLineIsWhole() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        LOG.atWarn().addKeyValue("value", broken).log("broken");
        LOG.atWarn()
                .addKeyValue("none", (Object) null)
                .addKeyValue("infinite", Double.POSITIVE_INFINITY)
                .addKeyValue("nan", Double.NaN)
                .addKeyValue("float", Float.NaN)
                .addKeyValue("message", "not this")
                .addKeyValue("count", 3)
                .addKeyValue("seconds", 0.25)
                .addKeyValue("good", true)
                .log("numbers");

        JsonNode first = log.lines().getFirst();
        JsonNode second = log.lines().getLast();
        assertThat(first.path("message").asString())
                .isEqualTo("This line of the log could not be made: java.lang.IllegalStateException");
        assertThat(second.path("message").asString()).isEqualTo("numbers");
        assertThat(second.path("none").isNull()).isTrue();
        assertThat(second.path("infinite").asString()).isEqualTo("Infinity");
        assertThat(second.path("nan").asString()).isEqualTo("NaN");
        assertThat(second.path("float").asString()).isEqualTo("NaN");
        assertThat(second.path("count").isInt()).isTrue();
        assertThat(second.path("seconds").asDouble()).isEqualTo(0.25);
        assertThat(second.path("good").asBoolean()).isTrue();
    }

    @Test
    void linesOfManyThreadsWithRandomLettersAreAllWhole() throws Exception {
        int threads = 8;
        int each = 200;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            SplittableRandom random = new SplittableRandom(number);
            all.add(Thread.ofVirtual().start(() -> {
                await(start);
                for (int index = 0; index < each; index++) {
                    LOG.atWarn().addKeyValue("value", letters(random)).log(letters(random));
                }
            }));
        }
        start.countDown();
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(log.lines()).hasSize(threads * each).allMatch(line -> line.has("value"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Any sixteen bits, most of them no letter of their own.
    private static String letters(SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int index = random.nextInt(40); index > 0; index--) {
            boolean half = random.nextBoolean();
            letters.append((char) (half ? 0xd800 + random.nextInt(0x800) : random.nextInt(0x10000)));
        }
        return letters.toString();
    }

    @ParameterizedTest
    @EnumSource(LogForm.class)
    void noFormOfALineShowsASecret(LogForm form) {
        String key = "me_0123abcd_" + "7".repeat(64);
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl-_x";
        String known = "Geheim%42!" + form;
        Secrets.keep(known);
        Map<String, String> shown = new HashMap<>();
        for (String secret : List.of(key, token, known, known.toUpperCase(Locale.ROOT))) {
            for (String text : List.of(secret, "Authorization: Bearer " + secret, "{\"key\":\"" + secret + "\"}")) {
                shown.put(text, secret);
            }
        }
        shown.put("jdbc:postgresql://host/db?user=me&password=hunter22", "hunter22");
        shown.put("redis://:hunter22@host:6379", "hunter22");
        shown.put("Authorization: Basic aHVudGVyMjI=", "aHVudGVyMjI");
        log.close();
        try (LoggedText text = LoggedText.open(form)) {
            shown.keySet().forEach(secret -> {
                MDC.put("request", secret);
                LOG.atError()
                        .addKeyValue("value", secret)
                        .setCause(new IllegalStateException(secret, new RuntimeException(secret)))
                        .log("seen: {}", secret);
                MDC.clear();
            });
            assertThat(text.text()).contains("***").contains("me_0123abcd_***").doesNotContain(shown.values());
            assertThat(text.text().lines().filter(line -> line.contains("seen: ")))
                    .hasSize(shown.size());
        }
    }

    @Test
    void aSecretIsNotHalfShownWhereATextIsCut() {
        String known = "cutsecret" + "9".repeat(30);
        Secrets.keep(known);
        for (int before = JsonLine.LONGEST_TEXT - known.length(); before <= JsonLine.LONGEST_TEXT; before++) {
            LOG.warn("x".repeat(before) + known);
        }
        assertThat(log.text()).doesNotContain("cutsecret".substring(0, 5));
    }

    @Test
    void whatAServerSaysIsALineOfTheLog() {
        PrintWriter notes = new PrintWriter(new LoggedLines("macro-edge: "));
        notes.println("The store is set up");
        notes.print("macro-edge: ");
        notes.println("the port is taken");
        notes.println();
        notes.print("cut");
        notes.close();

        assertThat(log.lines())
                .extracting(line -> line.path("level").asString() + " "
                        + line.path("message").asString())
                .containsExactly("INFO The store is set up", "ERROR macro-edge: the port is taken", "INFO cut");
    }

    @Test
    void whatEndsAThreadIsALineOfTheLog() throws Exception {
        Thread thread = Thread.ofPlatform().name("worker").unstarted(() -> {
            throw new IllegalStateException("password=hunter22");
        });
        thread.setUncaughtExceptionHandler(new UncaughtFaults());
        thread.start();
        thread.join();

        JsonNode line = log.lines().getFirst();
        DeclaredMessages.assertSeen(
                "LogMessage.THREAD_FAILED", line.path("message").asString());
        assertThat(line.path("fault").asString()).contains("IllegalStateException: password=***");
    }

    @Test
    void whatALibraryTellsJavasOwnLogIsALineOfTheLog() {
        ProcessLog.start("json");
        System.getLogger("a.library").log(System.Logger.Level.WARNING, "password=hunter22");

        JsonNode line = log.lines().getFirst();
        assertThat(line.path("logger").asString()).isEqualTo("a.library");
        assertThat(line.path("level").asString()).isEqualTo("WARN");
        assertThat(line.path("message").asString()).isEqualTo("password=***");
    }

    @Test
    void ordinaryWorkIsLoggedAsJsonAlone() {
        ActivityLog.add("job", Map.of("job", "ingest"));
        assertThat(ActivityLog.isOn()).isTrue();
        assertThat(log.lines()).hasSize(1);
        log.close();
        try (LoggedText text = LoggedText.open(LogForm.TEXT)) {
            ActivityLog.add("job", Map.of("job", "ingest"));
            assertThat(ActivityLog.isOn()).isFalse();
            assertThat(text.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',TEXT", "' ',TEXT", "text,TEXT", "json,JSON", "' json ',JSON", "JSON,", "yaml,"})
    void theFormIsNamed(String text, LogForm form) {
        assertThat(LogForm.of(text).orElse(null)).isEqualTo(form);
    }
}
