package org.macroedge.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Region;
import org.macroedge.server.app.Session;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.Heading;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.exports.Csv;
import org.macroedge.server.exports.Export;
import org.macroedge.server.exports.Exports;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.surprises.view.AnswerHeader;
import picocli.CommandLine.Model.CommandSpec;

/// Runs a read: asks the home's server if one runs, else the store, and prints the answer. Both give the same bytes.
final class ReadRunner {

    private final Console console;
    private final Clock clock;
    private final ReadOptions options;
    private @Nullable Session opened;

    ReadRunner(@Nullable CommandSpec spec, Clock clock, ReadOptions options) {
        this.console = Console.of(spec);
        this.clock = clock;
        this.options = options;
    }

    /// Answers from the store. It stays open until the answer is printed: closing it may first bring the stored
    /// history up to date, which takes seconds.
    <T> Supplier<T> store(Function<Session, T> answer) {
        return () -> {
            Session session = opened;
            if (session == null) {
                session = Session.open(options.home.settings(), clock, console::note);
                opened = session;
            }
            options.query().checked(clock, session.get(RecordClock.class));
            return answer.apply(session);
        };
    }

    /// Shows the answer to a read.
    ///
    /// @return the exit status
    <T> int show(Read<T> read) {
        try {
            print(read);
        } finally {
            close();
        }
        return 0;
    }

    /// The answer to a read that another one depends on; the store stays open for that.
    <T> T ask(Read<T> read) {
        try {
            return answer(read);
        } catch (RuntimeException fault) {
            close();
            throw fault;
        }
    }

    private void close() {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }

    /// Answers from the catalogue's files, without a store.
    <T> Supplier<T> files(Supplier<T> answer) {
        return () -> {
            options.query().checked(clock, () -> Instant.MIN);
            return answer.get();
        };
    }

    private <T> void print(Read<T> read) {
        Map<String, @Nullable String> parameters = parameters(read.parameters());
        if (options.format == ReadOptions.Format.JSON) {
            HomeAccess.ask(
                    options.home, server -> server.copy(read.path(), parameters, console.out()) ? true : null, () -> {
                        Json.write(read.local().get(), console.out());
                        return true;
                    });
        } else {
            show(read, answer(read));
        }
        finish(console.out());
    }

    private <T> void show(Read<T> read, T answer) {
        PrintWriter out = console.out();
        if (options.format == ReadOptions.Format.CSV) {
            warn(read.header().apply(answer));
            out.print(Csv.line(read.columns()));
            read.rows().apply(answer).forEach(row -> out.print(Csv.line(row)));
        } else {
            Page page = options.page(console);
            if (options.date() != null) {
                page.text(options.date() + " means the end of that day in UTC.");
            }
            read.table().accept(page, answer);
        }
    }

    /// CSV has no room for what a reader must know before any number, so it goes to standard error as a comment.
    private void warn(@Nullable AnswerHeader header) {
        if (header != null) {
            Heading.warnings(header, options.page(console).times()).forEach(warning -> console.note("# " + warning));
        }
    }

    private <T> T answer(Read<T> read) {
        return HomeAccess.ask(
                options.home,
                server -> server.get(read.path(), parameters(read.parameters()), read.shape()),
                read.local());
    }

    /// An export has no header, so a small answer from the same data says whether they are the sample's.
    private boolean warnOfSample(ServerClient server) {
        Map<String, @Nullable String> parameters = parameters(
                Map.of("region", Region.US.code(), "importance", String.valueOf(CalendarAnswers.MOST_IMPORTANT)));
        CalendarAnswer answer = server.get("calendar", parameters, CalendarAnswer.class);
        return answer != null && warnOfSample(answer);
    }

    private CalendarAnswer calendar(Session session) {
        return session.get(LatestCalendar.class)
                .at(options.recordedAt())
                .between(options.asOf(), null, null, Region.US, CalendarAnswers.MOST_IMPORTANT);
    }

    private boolean warnOfSample(CalendarAnswer answer) {
        boolean sample = answer.header().sampleOnly();
        if (sample) {
            console.note("# " + Heading.SAMPLE);
        }
        return sample;
    }

    /// What is kept about an export beside its rows.
    private Map<String, String> facts(String path, boolean sample) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("export", path.substring(path.lastIndexOf('/') + 1));
        facts.put("sample-only", String.valueOf(sample));
        parameters(Map.of()).forEach((name, value) -> {
            if (value != null) {
                facts.put(name.equals(Query.AS_OF) ? "as-of" : "recorded-at", value);
            }
        });
        return facts;
    }

    /// A full disk or a closed pipe must not pass for a whole answer.
    private static void finish(PrintWriter out) {
        if (out.checkError()) {
            throw CommandMessage.CUT_OFF_OUTPUT.exception();
        }
    }

    /// Streams an export, never held as a whole.
    ///
    /// @param path below `/api/v1/`
    /// @param given beside `asOf` and `recordedAt`; null values are left out
    /// @param export answers without a server
    /// @param sink to which it goes
    /// @return the exit status
    int stream(String path, Map<String, @Nullable String> given, Function<Exports, Export> export, ExportSink sink) {
        Map<String, @Nullable String> parameters = parameters(given);
        HomeAccess.ask(
                options.home,
                server -> {
                    boolean sample = warnOfSample(server);
                    return sink.copy(server, path, parameters, facts(path, sample)) ? true : null;
                },
                () -> write(path, export, sink));
        finish(console.out());
        return 0;
    }

    private boolean write(String path, Function<Exports, Export> export, ExportSink sink) {
        try (Session session = Session.open(options.home.settings(), clock, console::note)) {
            options.query().checked(clock, session.get(RecordClock.class));
            Map<String, String> facts = facts(path, warnOfSample(calendar(session)));
            sink.write(export.apply(session.get(Exports.class)), facts);
            finish(console.out());
            return true;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Read here first, so that a text which is no instant fails in the same words with a server and without, and so
    /// that a date means the same.
    private Map<String, @Nullable String> parameters(Map<String, @Nullable String> given) {
        Map<String, @Nullable String> parameters = new HashMap<>(given);
        parameters.put(Query.AS_OF, text(options.asOf()));
        parameters.put(Query.RECORDED_AT, text(options.recordedAt()));
        return parameters;
    }

    /// An instant as a parameter; null for none.
    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
