package org.macroedge.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.WeightSetTables;
import org.macroedge.server.cli.usage.CommandMessage;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.query.WeightedQuery;
import org.macroedge.server.weights.ReasonRequest;
import org.macroedge.server.weights.RollBackRequest;
import org.macroedge.server.weights.WeightSetPreviews;
import org.macroedge.server.weights.WeightSetProposal;
import org.macroedge.server.weights.WeightSetVersions;
import org.macroedge.server.weights.view.PreviewedInstrument;
import org.macroedge.server.weights.view.WeightSetHistory;
import org.macroedge.server.weights.view.WeightSetPreview;
import org.macroedge.server.weights.view.WeightSetPublication;
import org.macroedge.server.weights.view.WeightSetVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Proposes a version of a weight set, shows what it would change, puts it in force, and takes that back.
@Command(
        name = "weight-set",
        description = "Proposes a version of a weight set, shows what it would change, puts it in force, and takes that"
                + " back. Weight sets of the catalogue's files are edited there.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(propose | preview | publish | roll-back | versions)",
        footer = {
            "",
            "Examples:",
            "  macro-edge weight-set propose fast fast.yaml --reason \"shorter memory\"",
            "  macro-edge weight-set preview fast 1 --as-of 2021-09-03T20:00:00Z",
            "  macro-edge weight-set publish fast 1 --reason \"agreed on Monday\"",
            "  macro-edge bias --weight-set fast"
        })
final class WeightSetCommand extends CommandGroup {

    private static final List<String> COLUMNS = List.of(
            "instrument",
            "score_before",
            "label_before",
            "z_before",
            "reason_before",
            "score_after",
            "label_after",
            "z_after",
            "reason_after",
            "change",
            "label_changes");

    private static final String NO_FILE = "it is not a file";
    private static final int MOST_BYTES = 1_000_000;
    private static final String NAME = "The id of the weight set.";
    private static final String VERSION = "The version, counted from 1.";

    private final Clock clock;

    WeightSetCommand(Clock clock) {
        this.clock = clock;
    }

    /// What every change of a weight set needs.
    static final class ChangeOptions {

        @Mixin
        private ReportOptions report = new ReportOptions();

        @Parameters(index = "0", paramLabel = "NAME", description = NAME)
        private String weightSet = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in one line.")
        private String reason = "";

        String id() {
            return WeightSetCommand.id(weightSet);
        }
    }

    private static String id(String text) {
        return WeightedQuery.weightSetId(ResolvedId.weightSet(text));
    }

    @Command(
            name = "propose",
            description = "Stores a version of a weight set, which is not in force yet.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "The file has the fields of an entry of weight-sets.yaml, but for id and version:",
                "  extends: default",
                "  halfLives: {weekly: 5, monthly: 15}",
                "",
                "Example: macro-edge weight-set propose fast fast.yaml --reason \"shorter memory\""
            })
    int propose(
            @Mixin ChangeOptions options,
            @Parameters(index = "1", paramLabel = "FILE", description = "The definition, in YAML or JSON.") Path file) {
        WeightSetProposal proposal = new WeightSetProposal(null, read(file), options.reason);
        WeightSetVersion version = change(
                "propose",
                options,
                "versions",
                proposal,
                WeightSetVersion.class,
                versions -> versions.propose(options.id(), proposal));
        options.report.print(Console.of(spec), version, WeightSetTables::print);
        return 0;
    }

    /// The start of a longer file is enough for its refusal.
    private static String read(Path file) {
        if (!Files.isRegularFile(file)) { // opening a pipe would wait for its writer
            throw CommandMessage.UNREADABLE_FILE.exception(file, Files.exists(file) ? NO_FILE : "it does not exist");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw CommandMessage.UNREADABLE_FILE.exception(file, "it is not text in UTF-8");
        } catch (IOException fault) {
            throw CommandMessage.UNREADABLE_FILE.exception(file, "you may not read it");
        }
    }

    @Command(
            name = "publish",
            description = "Puts a version in force: every answer by this weight set uses it from now on.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge weight-set publish fast 2 --reason \"agreed on Monday\""})
    int publish(
            @Mixin ChangeOptions options,
            @Parameters(index = "1", paramLabel = "VERSION", description = VERSION) int version) {
        ReasonRequest request = new ReasonRequest(options.reason);
        WeightSetPublication publication = change(
                "publish",
                options,
                "versions/" + version + "/publish",
                request,
                WeightSetPublication.class,
                versions -> versions.publish(options.id(), version, request));
        options.report.print(Console.of(spec), publication, WeightSetTables::print);
        return 0;
    }

    @Command(
            name = "roll-back",
            description = "Takes the last publication back: the version in force before it is in force again, or none.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge weight-set roll-back fast --reason \"too jumpy\""})
    int rollBack(
            @Mixin ChangeOptions options,
            @Option(
                            names = "--in-force",
                            paramLabel = "VERSION",
                            description = "The version that you take to be in force; nothing is taken back where it is"
                                    + " another one (default: whichever is).")
                    @Nullable
                    Integer inForce) {
        RollBackRequest request = new RollBackRequest(inForce, options.reason);
        WeightSetPublication publication = change(
                "roll-back",
                options,
                "rollback",
                request,
                WeightSetPublication.class,
                versions -> versions.rollBack(options.id(), request));
        options.report.print(Console.of(spec), publication, WeightSetTables::print);
        return 0;
    }

    @Command(
            name = "versions",
            description = "Every version that was proposed, and which one was in force when.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge weight-set versions fast"})
    int versions(@Mixin ReportOptions options, @Parameters(paramLabel = "NAME", description = NAME) String weightSet) {
        String id = id(weightSet);
        WeightSetHistory history = HomeAccess.ask(
                options.home,
                clock,
                Console.of(spec),
                server -> server.get("weight-sets/" + id + "/versions", Map.of(), WeightSetHistory.class),
                session -> session.get(WeightSetVersions.class).history(id));
        options.print(Console.of(spec), history, WeightSetTables::print);
        return 0;
    }

    @Command(
            name = "preview",
            description = "What a version would change for every instrument, were it in force. Nothing is stored.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge weight-set preview fast 2 --against default"})
    int preview(
            @Mixin ReadOptions options,
            @Parameters(index = "0", paramLabel = "NAME", description = NAME) String weightSet,
            @Parameters(index = "1", paramLabel = "VERSION", description = VERSION) int version,
            @Option(
                            names = "--against",
                            paramLabel = "NAME",
                            description = "The weight set in force to compare with (default: the same one, or default"
                                    + " where no version of it is in force).")
                    @Nullable
                    String against) {
        String id = id(weightSet);
        String compared = against == null ? null : WeightedQuery.weightSetId(against);
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put("against", compared);
        ReadRunner runner = new ReadRunner(spec, clock, options);
        Supplier<WeightSetPreview> local = runner.store(
                session -> session.get(WeightSetPreviews.class).of(id, version, compared, options.query()));
        return runner.show(new Read<>(
                "weight-sets/" + id + "/versions/" + version + "/preview",
                parameters,
                WeightSetPreview.class,
                local,
                answer -> null,
                COLUMNS,
                answer -> answer.items().stream().map(WeightSetCommand::cells).toList(),
                WeightSetTables::print));
    }

    private static List<@Nullable Object> cells(PreviewedInstrument item) {
        return Arrays.asList(
                item.instrument(),
                item.before().score(),
                item.before().label(),
                item.before().z(),
                item.before().reason(),
                item.after().score(),
                item.after().label(),
                item.after().z(),
                item.after().reason(),
                item.change(),
                item.labelChanges());
    }

    private <T> T change(
            String verb,
            ChangeOptions options,
            String path,
            Object request,
            Class<T> shape,
            Function<WeightSetVersions, T> change) {
        String id = options.id();
        Function<ServerClient, @Nullable T> server =
                client -> Json.mapper().readValue(client.post("weight-sets/" + id + "/" + path, request), shape);
        Function<Session, T> store = session -> session.get(AuditLog.class)
                .command("weight-set " + verb, List.of(id), () -> change.apply(session.get(WeightSetVersions.class)));
        return HomeAccess.ask(options.report.home, clock, Console.of(spec), server, store);
    }
}
