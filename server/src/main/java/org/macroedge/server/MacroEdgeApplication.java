package org.macroedge.server;

import java.time.Clock;
import org.macroedge.server.cli.MacroEdgeCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The process: hands its arguments to the command line and ends with its status. `serve` starts this
/// application.
@SpringBootApplication(
        excludeName = {
            // the store is opened, migrated and closed by the command, under the home's lock
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
public class MacroEdgeApplication {

    /// Runs the command that the arguments name, and ends with its status.
    public static void main(String[] args) {
        System.exit(MacroEdgeCommand.run(Clock.systemUTC(), MacroEdgeApplication.class, args));
    }
}
