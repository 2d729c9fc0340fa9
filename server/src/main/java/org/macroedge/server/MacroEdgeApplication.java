package org.macroedge.server;

import java.time.Clock;
import java.util.Locale;
import org.macroedge.server.cli.MacroEdgeCommand;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.log.ProcessLog;
import org.macroedge.server.platform.time.VirtualClock;
import org.springframework.modulith.Modulithic;

/// The process: hands its arguments to the command line and ends with its status.
@Modulithic
public final class MacroEdgeApplication {

    private MacroEdgeApplication() {}

    /// Runs the command that the arguments name, and ends with its status.
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // numbers and letters are the same for every user
        ProcessLog.start(System.getenv().getOrDefault(Variable.LOG.key(), ""));
        Clock machine = Clock.systemUTC();
        String setting = System.getenv().getOrDefault(Variable.CLOCK.key(), "");
        // a text that is no clock stops every command that reads the settings
        Clock clock = VirtualClock.of(machine, setting).map(Clock.class::cast).orElse(machine);
        System.exit(MacroEdgeCommand.run(clock, args));
    }
}
