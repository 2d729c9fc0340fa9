package org.macroedge.server.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.release.ObservedForecast;
import org.macroedge.engine.release.ObservedRelease;
import org.macroedge.engine.surprise.StandardisedSurprise;
import org.macroedge.engine.vocabulary.Mark;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.platform.time.Instants;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes what is known as CSV, unrounded, for notebooks.
@Command(
        name = "export",
        description = "Writes releases, surprises or biases as CSV to standard output.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(releases | surprises | bias)")
final class ExportCommand implements Runnable {

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    ExportCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Console.of(spec)
                .out()
                .println(java.util.Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }

    @Command(
            name = "releases",
            description = "Every release in the layout of profile macro-edge, ascending.",
            mixinStandardHelpOptions = true)
    int releases(
            @Mixin QuestionOptions question,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Leave out what came before.") @Nullable
                    String from) {
        Instant start = Instants.read("--from", from);
        return write(
                question,
                "indicator,released_at,period,actual,forecast,previous",
                known -> known.surprises().facts().releases().stream()
                        .filter(release -> isKnown(release, question.asOf()))
                        .filter(release ->
                                start == null || !release.releasedAt().isBefore(start))
                        .map(ExportCommand::release));
    }

    @Command(
            name = "surprises",
            description = "Every release with its surprise, scale and z, by indicator, ascending.",
            mixinStandardHelpOptions = true)
    int surprises(@Mixin QuestionOptions question) {
        return write(
                question,
                "indicator,released_at,actual,forecast,forecast_kind,previous,surprise,sigma,z_raw,z",
                known -> known.surprises().byIndicator().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream())
                        .filter(surprise -> isKnown(surprise.release(), question.asOf()))
                        .map(ExportCommand::surprise));
    }

    @Command(
            name = "bias",
            description = "Every instrument's bias at each daily close or release instant, by instrument, ascending.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge export bias --from 2012-01-01T00:00:00Z > bias.csv"})
    int bias(
            @Mixin QuestionOptions question,
            @Option(names = "--from", paramLabel = "INSTANT", description = "Default: a year before the end.") @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "Default: the instant of the question.")
                    @Nullable
                    String to,
            @Option(
                            names = "--at",
                            paramLabel = "POINTS",
                            defaultValue = "close",
                            description = "close or release (default: ${DEFAULT-VALUE}).")
                    String at) {
        return write(question, String.join(",", HistoryCommand.COLUMNS), known -> {
            BiasAnswers answers = new BiasAnswers(known.catalogue(), known.surprises(), clock);
            return known.catalogue().instruments().stream()
                    .map(one -> answers.history(
                            one.id().value(),
                            question.asOf(),
                            Instants.read("--from", from),
                            Instants.read("--to", to),
                            at,
                            question.weightSet))
                    .flatMap(history -> history.points().stream()
                            .map(point ->
                                    line(HistoryCommand.cells(history, point).toArray())));
        });
    }

    private int write(
            QuestionOptions question, String header, java.util.function.Function<Session.Known, Stream<String>> lines) {
        Console console = Console.of(spec);
        try (Session session = Session.open(question.home, clock, console.notes())) {
            PrintWriter out = console.out();
            out.print(header + "\n");
            lines.apply(session.known(question.recordedAt())).forEach(line -> out.print(line + "\n"));
            out.flush();
        }
        return 0;
    }

    private static boolean isKnown(ObservedRelease release, @Nullable Instant asOf) {
        return asOf == null || !release.releasedAt().isAfter(asOf);
    }

    private static String release(ObservedRelease release) {
        ObservedForecast forecast = release.forecasts().stream().findFirst().orElse(null);
        boolean dateOnly = release.marks().contains(Mark.DATE_ONLY);
        String id = release.releaseId();
        return line(
                release.indicator(),
                dateOnly ? id.substring(id.indexOf('@') + 1, id.indexOf('@') + 11) : release.releasedAt(),
                release.declaredPeriod(),
                release.actual(),
                forecast == null ? null : forecast.value(),
                release.previous());
    }

    private static String surprise(StandardisedSurprise one) {
        ObservedForecast forecast = one.forecast();
        return line(
                one.release().indicator(),
                one.release().releasedAt(),
                one.release().actual(),
                forecast == null ? null : forecast.value(),
                forecast == null ? null : forecast.kind().code(),
                one.release().previous(),
                one.surprise(),
                one.sigma(),
                one.zRaw(),
                one.z());
    }

    private static String line(@Nullable Object... cells) {
        return Stream.of(cells).map(Answer::cell).collect(Collectors.joining(","));
    }
}
