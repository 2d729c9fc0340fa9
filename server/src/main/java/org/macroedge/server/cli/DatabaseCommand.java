package org.macroedge.server.cli;

import java.time.Clock;
import org.macroedge.server.app.Session;
import org.macroedge.server.cli.doctor.TimescaleChecks;
import org.macroedge.server.platform.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What a user can do with the database of the store.
@Command(
        name = "database",
        description = "The database of the store.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "timescale")
final class DatabaseCommand extends CommandGroup {

    private final Clock clock;

    DatabaseCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "timescale",
            description = {
                "Moves the store to TimescaleDB, with its data, as far as the server of the database has it.",
                "Stop the servers of this database first. If it is stopped in the middle, run it again."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge database timescale"})
    int timescale(@Mixin HomeOptions home) {
        Console console = Console.of(spec);
        try (Session session = Session.open(home.settings().repairing(), clock, console::note)) {
            Database database = session.get(Database.class);
            database.moveToTimescale(step -> console.note("Done: " + step));
            console.page().text(TimescaleChecks.text(database) + ".");
            console.out().flush();
        }
        return 0;
    }
}
