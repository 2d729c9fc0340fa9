package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.platform.json.Json;
import picocli.CommandLine.Model.CommandSpec;

/// Asks the home's running server where there is one, else the store itself, and shows the answer. Both give the same
/// bytes.
final class Asking {

    private final Console console;
    private final Clock clock;
    private final QuestionOptions question;
    private @Nullable Session opened;

    Asking(@Nullable CommandSpec spec, Clock clock, QuestionOptions question) {
        this.console = Console.of(spec);
        this.clock = clock;
        this.question = question;
    }

    /// Answers from the store, at the record time asked for. The store stays open until the answer is shown, since
    /// closing it may first bring the stored history up to date, and nobody waits for that to read an answer.
    <T> Supplier<T> store(Function<Session.Known, T> answer) {
        return () -> {
            Session session = Session.open(question.home, clock, console.notes());
            opened = session;
            return answer.apply(session.known(question.recordedAt()));
        };
    }

    /// Shows the answer to a read.
    ///
    /// @return the exit status
    <T> int show(Read<T> read) {
        try {
            print(read);
        } finally {
            if (opened != null) {
                opened.close();
            }
        }
        return 0;
    }

    private <T> void print(Read<T> read) {
        byte[] served = served(read);
        PrintWriter out = console.out();
        if (served != null && question.format == QuestionOptions.Format.JSON) {
            out.print(new String(served, StandardCharsets.UTF_8));
        } else {
            T answer = served == null ? read.local().get() : Json.mapper().readValue(served, read.shape());
            switch (question.format) {
                case JSON -> out.print(new String(Json.line(answer), StandardCharsets.UTF_8));
                case CSV -> out.print(Answer.csv(read.columns(), read.rows().apply(answer)));
                case TABLE -> read.table().accept(out, answer);
            }
        }
        out.flush();
    }

    /// The server's answer as it came; null without a server, or where it does not answer after all.
    private byte @Nullable [] served(Read<?> read) {
        Map<String, @Nullable String> parameters = new HashMap<>(read.parameters());
        // read here first, so that a text which is no instant fails in the same words with a server and without
        parameters.put("asOf", question.asOf() == null ? null : question.asOf);
        parameters.put("recordedAt", question.recordedAt() == null ? null : question.recordedAt);
        Optional<ServerFile> server = ServerFile.read(HomeDirectory.of(System.getenv(), question.home.home));
        return server.isEmpty() ? null : new ServerClient(server.get().address()).get(read.path(), parameters);
    }
}
