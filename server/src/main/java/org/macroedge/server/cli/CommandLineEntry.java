package org.macroedge.server.cli;

/// Where the command line begins.
public final class CommandLineEntry {

    private CommandLineEntry() {}

    /// Runs the command that the arguments name.
    ///
    /// @return the exit status: 0 done, 1 failed, 2 wrong usage
    public static int run(String... args) {
        System.out.println("macro-edge: no command yet for " + String.join(" ", args));
        return 1;
    }
}
