package org.macroedge.server;

import java.time.Clock;
import java.util.Locale;
import org.macroedge.server.cli.MacroEdgeCommand;
import org.springframework.modulith.Modulithic;

/// The process: hands its arguments to the command line and ends with its status.
@Modulithic
public final class MacroEdgeApplication {

    private MacroEdgeApplication() {}

    /// Runs the command that the arguments name, and ends with its status.
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // numbers and letters are the same for every user
        System.exit(MacroEdgeCommand.run(Clock.systemUTC(), args));
    }
}
