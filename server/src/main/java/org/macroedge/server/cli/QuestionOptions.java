package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every question takes.
final class QuestionOptions {

    @Option(
            names = "--calendar",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description = "Calendar files, or folders of them.")
    List<Path> calendars = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "forexfactory-archive",
            description = "Layout of the files, a name in catalogue/profiles (default: ${DEFAULT-VALUE}).")
    String profile = "";

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Answer as known then, for example 2021-09-03T12:30:00Z.")
    @Nullable
    String asOf;

    @Option(
            names = "--weight-set",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "A weight set of the catalogue (default: ${DEFAULT-VALUE}).")
    String weightSet = "";

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            defaultValue = "${env:MACRO_EDGE_CATALOGUE:-catalogue}",
            description = "The catalogue's folder (default: $MACRO_EDGE_CATALOGUE, else catalogue).")
    Path catalogue = Path.of("catalogue");

    Answers answers() throws IOException {
        return Answers.of(catalogue, profile, calendars, weightSet);
    }

    /// The instant asked for, else that of "now".
    ///
    /// @throws IllegalArgumentException where the instant is unreadable, finer than a second or in the future
    Instant instant(Answers answers, Clock clock) {
        if (asOf == null) {
            Instant last = answers.lastRelease(clock);
            if (last == null) {
                throw new IllegalArgumentException(
                        "the calendar holds no release yet; give files with actuals to --calendar");
            }
            return Answers.now(last, clock);
        }
        try {
            Instant instant = Instant.parse(asOf);
            if (instant.getNano() != 0) {
                throw new IllegalArgumentException("--as-of " + asOf + " is finer than a second");
            }
            if (instant.isAfter(clock.instant())) {
                throw new IllegalArgumentException("--as-of " + asOf + " lies in the future");
            }
            return instant;
        } catch (DateTimeException fault) {
            throw new IllegalArgumentException(
                    "--as-of " + asOf + " is not an instant like 2021-09-03T12:30:00Z", fault);
        }
    }
}
