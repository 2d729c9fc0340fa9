package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.json.Json;

/// Provokes messages of commands and requests, with a server that holds the home.
class CommandMessagesTest {

    private static final String HEADER = "indicator,released_at,period,actual,forecast,previous\n";
    private static final String ROW = "us-nonfarm-payrolls,2022-01-07T13:30:00Z,,%s,400000,249000%n";

    @TempDir
    static Path folder;

    private static SampleHome home;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("first.csv"), HEADER + ROW.formatted("199000"));
        Files.writeString(folder.resolve("second.csv"), HEADER + ROW.formatted("299000"));
        Files.writeString(folder.resolve("two.csv"), HEADER + ROW.formatted("199000") + ROW.formatted("299000"));
        home = new SampleHome(folder.resolve("home"));
        server = home.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/org/macroedge/server/messages/commands.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aCommandGivesItsMessage(String message, String commands) {
        String seen = "";
        for (String command : commands.split("; ")) {
            seen = seen(command);
        }
        DeclaredMessages.assertSeen(message, seen);
    }

    /// What a command says after `macro-edge: `, or else its answer.
    private static String seen(String command) {
        CommandLineRunner.Ended ended = home.run(command.replace("FOLDER", folder.toString())
                .replace("LONG", "x".repeat(501))
                .replace("\\x00", "\0")
                .replace("\\x09", "\t")
                .replace("\\x07", "\u0007"));
        String prefix = "macro-edge: ";
        return ended.errors()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseGet(() -> Json.mapper()
                        .readTree("[" + ended.out().replaceAll("(?s)^[^{]*$", "") + "]")
                        .findPath("message")
                        .asString(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/org/macroedge/server/messages/requests.csv",
            delimiter = '|',
            quoteCharacter = '`',
            numLinesToSkip = 1)
    void aRequestGivesItsMessage(String message, String method, String path) throws Exception {
        String answer = SampleHome.send(HttpRequest.newBuilder(server.address().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build())
                .body();

        DeclaredMessages.assertSeen(
                message, Json.mapper().readTree(answer).path("detail").asString(""));
    }

    @Test
    void anAnswerThatCannotBeWrittenIsNoSuccess() throws IOException {
        StringWriter errors = new StringWriter();
        try (PrintWriter full = new PrintWriter(Files.newBufferedWriter(Path.of("/dev/full")))) {
            int status = MacroEdgeCommand.commandLine(SampleHome.CLOCK)
                    .setOut(full)
                    .setErr(new PrintWriter(errors))
                    .execute("bias", "--home", home.folder().toString());

            assertThat(status).isEqualTo(1);
            assertThat(errors.toString()).contains("not all of the answer could be written to standard output");
        }
    }
}
