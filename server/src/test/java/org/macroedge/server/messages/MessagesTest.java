package org.macroedge.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

class MessagesTest {

    private static final Path CASES = Path.of("src/test/resources/org/macroedge/server/messages");

    @Test
    void everyMessageIsTriggeredByACase() {
        Set<String> triggered = new TreeSet<>(MessageTriggers.ALL.keySet());
        files().forEach(file -> triggered.addAll(names(file)));

        assertThat(triggered)
                .as("triggered messages, in the tables of " + CASES + " and in MessageTriggers")
                .isEqualTo(DeclaredMessages.all().stream()
                        .map(DeclaredMessages::name)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void aTriggerGivesItsMessage(String name) throws Exception {
        DeclaredMessages.assertSeen(name, MessageTriggers.ALL.get(name).call());
    }

    static Stream<String> triggers() {
        return MessageTriggers.ALL.keySet().stream();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "others.csv", delimiter = '|', numLinesToSkip = 1)
    void aTestThatProvokesAMessageExists(String message, String test) throws ClassNotFoundException {
        String type = "org.macroedge.server." + test.substring(0, test.indexOf('#'));

        assertThat(Arrays.stream(Class.forName(type).getDeclaredMethods()).map(Method::getName))
                .as(message)
                .contains(test.substring(test.indexOf('#') + 1));
    }

    @Test
    void everyMessageHasACauseAndARemedyForItsReader() {
        for (Message message : DeclaredMessages.all()) {
            Wording wording = message.wording();
            assertThat(wording.cause())
                    .as("cause of %s", DeclaredMessages.name(message))
                    .endsWith(".");
            assertThat(wording.remedy())
                    .as("remedy of %s", DeclaredMessages.name(message))
                    .isNotBlank()
                    .doesNotEndWith(".");
            assertThat(wording.text())
                    .as("text of %s", DeclaredMessages.name(message))
                    .isNotBlank()
                    .doesNotEndWith(".");
        }
    }

    @Test
    void everyMessageOfTheLauncherIsDescribed() {
        assertThat(LauncherMessages.all()).hasSize((int) LauncherMessages.count());
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static List<String> names(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split("\\|")[0].strip()).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
