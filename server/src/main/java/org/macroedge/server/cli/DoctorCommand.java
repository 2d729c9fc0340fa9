package org.macroedge.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.FormulaVersion;
import org.macroedge.server.access.AccessSummary;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.app.Session;
import org.macroedge.server.calendar.LatestCalendar;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.cli.doctor.Check;
import org.macroedge.server.cli.doctor.CompletenessChecks;
import org.macroedge.server.cli.doctor.DoctorChecks;
import org.macroedge.server.cli.doctor.FileChecks;
import org.macroedge.server.cli.doctor.HomeChecks;
import org.macroedge.server.cli.doctor.KeyChecks;
import org.macroedge.server.cli.doctor.MachineChecks;
import org.macroedge.server.cli.doctor.RedisChecks;
import org.macroedge.server.cli.doctor.ServerChecks;
import org.macroedge.server.cli.doctor.SourceChecks;
import org.macroedge.server.cli.doctor.SqlChecks;
import org.macroedge.server.cli.doctor.StoreChecks;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.jobs.Jobs;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.home.ServerFile;
import org.macroedge.server.sources.SourceViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says how this installation stands.
@Command(
        name = "doctor",
        description = "Checks the machine, the home, the catalogue, the store and the server, and says what to do.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Each line is ok, warn or fail. The exit status is 1 where a line is fail, else 0.",
            "",
            "Examples:",
            "  macro-edge doctor",
            "  macro-edge doctor --home ./trial --format json"
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final ReportOptions options = new ReportOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        List<Check> checks = checks(options.home.settings(), console);
        options.print(
                console,
                new DoctorChecks(FormulaVersion.CURRENT, checks),
                (page, report) -> report.checks().forEach(check -> print(page, check)));
        return checks.stream().anyMatch(Check::isFailure) ? 1 : 0;
    }

    private List<Check> checks(Settings settings, Console console) throws IOException {
        List<Check> checks = new ArrayList<>(MachineChecks.all(clock));
        checks.addAll(HomeChecks.home(settings.home()));
        checks.addAll(HomeChecks.catalogue(settings.catalogue(), settings.home()));
        RedisChecks.of(settings.redisUrl()).ifPresent(checks::add);
        boolean usable = checks.stream().noneMatch(Check::isFailure);
        Optional<ServerFile> server = ServerFile.read(settings.home());
        if (server.isPresent()) {
            checks.addAll(ServerChecks.all(server.get(), clock));
            checks.add(SqlChecks.of(settings));
            checks.addAll(usable ? files(settings) : List.of());
        } else if (usable) {
            checks.add(Check.ok("server", "none runs on this home"));
            checks.addAll(store(settings, console));
        }
        return checks;
    }

    /// A store that does not exist yet is not created.
    private List<Check> store(Settings settings, Console console) {
        if (settings.databaseUrl() == null && !Files.exists(settings.home().database())) {
            return with(Check.ok("store", "none yet; the first command or server creates it"), files(settings));
        }
        try (Session session = Session.open(settings, clock, console::note)) {
            ApiKeys keys = session.get(ApiKeys.class);
            AccessSummary access = AccessSummary.of(settings.access(), keys);
            return Stream.of(
                            StoreChecks.all(session, settings, clock),
                            List.of(SqlChecks.of(settings)),
                            List.of(Check.ok("access", "a server here would be " + access.text())),
                            KeyChecks.all(access.mode(), keys.list(), clock.instant()),
                            files(settings, session),
                            SourceChecks.all(session.get(SourceViews.class).list()),
                            List.of(CompletenessChecks.of(
                                    session.get(LatestCalendar.class).at(null).completeness(null, null, 1))))
                    .flatMap(List::stream)
                    .toList();
        } catch (MacroEdgeException | CatalogueException fault) {
            String reason = String.valueOf(fault.getMessage());
            return with(
                    settings.databaseUrl() == null ? Check.unusable(reason) : Check.unreachable(reason),
                    files(settings));
        }
    }

    private static List<Check> with(Check check, List<Check> others) {
        return Stream.concat(Stream.of(check), others.stream()).toList();
    }

    /// Without a store: what was published into it is not known.
    private static List<Check> files(Settings settings) {
        return FileChecks.all(settings, CatalogueLoader.load(settings.catalogue()), false, System.getenv());
    }

    /// The jobs of a file that cannot be used are not known.
    private static List<Check> files(Settings settings, Session session) {
        List<Check> files = new ArrayList<>(
                FileChecks.all(settings, session.get(CatalogueInForce.class).current(), true, System.getenv()));
        if (files.stream().noneMatch(Check::isFailure)) {
            files.addAll(FileChecks.runs(session.get(Jobs.class).list()));
        }
        return files;
    }

    private static void print(Page page, Check check) {
        String head = String.format("%-4s  %-10s ", check.state(), check.name());
        page.entry(new Word(head, check.isFailure() ? Style.TROUBLE : Style.PLAIN), text(check.text()));
        if (!check.remedy().isEmpty()) {
            page.entry(Word.of(" ".repeat(head.length())), text(check.remedy()));
        }
    }

    private static Phrase text(String text) {
        return Phrase.of(TerminalText.of(text));
    }
}
