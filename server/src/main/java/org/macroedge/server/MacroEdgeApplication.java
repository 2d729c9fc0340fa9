package org.macroedge.server;

import org.macroedge.server.cli.CommandLineEntry;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The process: hands its arguments to the command line, which starts the server or answers a command.
@SpringBootApplication
public class MacroEdgeApplication {

    /// Runs the command that the arguments name, and ends with its status.
    public static void main(String[] args) {
        int status = CommandLineEntry.run(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
