package org.macroedge.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What a user can do with the sample.
@Command(
        name = "sample",
        description = "The figures that come with the product.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "remove")
final class SampleCommand implements Runnable {

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    SampleCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        Console.of(spec)
                .out()
                .println(Objects.requireNonNull(spec).commandLine().getUsageMessage());
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
