package org.macroedge.server.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that has commands of its own, and shows its help where none of them is named.
abstract class CommandGroup implements Runnable {

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public final void run() {
        Console.of(spec)
                .out()
                .println(Objects.requireNonNull(spec).commandLine().getUsageMessage());
    }
}
