package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.access.keys.KeyRequest;
import org.macroedge.server.access.keys.view.ApiKeyItem;
import org.macroedge.server.access.keys.view.ApiKeyList;
import org.macroedge.server.access.keys.view.CreatedKey;
import org.macroedge.server.app.Session;
import org.macroedge.server.audit.AuditLog;
import org.macroedge.server.cli.remote.ServerClient;
import org.macroedge.server.cli.tables.KeyTables;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.query.ResolvedId;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Creates, lists and revokes the keys of a server in secured mode.
@Command(
        name = "keys",
        description = "The keys with which programs and people ask a server in secured mode.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | revoke)",
        footer = {
            "",
            "A server asks for keys where MACRO_EDGE_ACCESS is keys or oidc. A program sends its key in the header",
            "Authorization: Bearer KEY.",
            "",
            "Examples:",
            "  macro-edge keys create notebook --role viewer --days 90",
            "  macro-edge keys revoke 1f3a9c02"
        })
final class KeysCommand extends CommandGroup {

    private final Clock clock;

    KeysCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "create",
            description = "Creates a key, and prints it this once: only its hash is stored.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge keys create notebook --role viewer --days 90"})
    int create(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "NAME", description = "Who or what it is for.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            description = "viewer reads, analyst also changes data, admin also manages keys and jobs.")
                    Role role,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            description = "It expires after so many, 1 to 3650 (default: 365).")
                    @Nullable
                    Integer days) {
        KeyRequest request = new KeyRequest(name, role.code(), days);
        CreatedKey created = answer(
                options,
                server -> Json.mapper().readValue(server.post("keys", request), CreatedKey.class),
                session -> session.get(AuditLog.class)
                        .command("keys create", List.of(), () -> keys(session).create(request, Caller.LOCAL.name())));
        options.print(Console.of(spec), created, KeyTables::print);
        return 0;
    }

    @Command(
            name = "list",
            description = "Every key that was ever created, latest first.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge keys list"})
    int list(@Mixin ReportOptions options) {
        ApiKeyList list = answer(
                options,
                server -> server.get("keys", Map.of(), ApiKeyList.class),
                session -> keys(session).list());
        options.print(Console.of(spec), list, KeyTables::print);
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Revokes a key, for good.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge keys revoke 1f3a9c02"})
    int revoke(
            @Mixin ReportOptions options,
            @Parameters(paramLabel = "ID", description = "The eight digits after me_, as `keys list` shows them.")
                    String id) {
        String key = ResolvedId.key(id);
        ApiKeyItem item = answer(
                options,
                server -> Json.mapper()
                        .readValue(server.change("DELETE", "keys/" + key, Map.of(), null), ApiKeyItem.class),
                session -> session.get(AuditLog.class)
                        .command(
                                "keys revoke", List.of(key), () -> keys(session).revoke(key)));
        options.print(Console.of(spec), item, KeyTables::print);
        return 0;
    }

    private <T> T answer(
            ReportOptions options, Function<ServerClient, @Nullable T> server, Function<Session, T> store) {
        return HomeAccess.ask(options.home, clock, Console.of(spec), server, store);
    }

    private static ApiKeys keys(Session session) {
        return session.get(ApiKeys.class);
    }
}
