package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What a user can do with the sample.
@Command(
        name = "sample",
        description = "The figures that come with the product.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "remove")
final class SampleCommand extends CommandGroup {

    private final Clock clock;

    SampleCommand(Clock clock) {
        this.clock = clock;
    }

    @Command(
            name = "remove",
            description = "Removes the sample; what an import of yours supplied or confirmed stays.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: macro-edge sample remove"})
    int remove(@Mixin HomeOptions home) {
        Console console = Console.of(spec);
        try (ImportOperations imports = ImportOperations.open(home, clock, console)) {
            List<Long> removed = imports.removeSample();
            console.page().text(removed.isEmpty() ? "There is no sample in the store." : "The sample is removed.");
            console.out().flush();
        }
        return 0;
    }
}
