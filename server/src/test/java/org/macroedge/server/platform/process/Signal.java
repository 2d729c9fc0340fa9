package org.macroedge.server.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Sends signals to processes.
public final class Signal {

    private Signal() {}

    /// @param name such as `STOP`, `CONT` or `KILL`
    public static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(sent(name, List.of(process.pid()))).isZero();
    }

    /// Sends a signal to those of some processes that have not ended meanwhile.
    public static void sendAny(String name, List<Long> processes) throws IOException, InterruptedException {
        if (!processes.isEmpty()) {
            sent(name, processes);
        }
    }

    /// By the shell's own command: the program of this name is not installed everywhere.
    private static int sent(String name, List<Long> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -\"$0\" \"$@\"", name));
        processes.forEach(process -> command.add(String.valueOf(process)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
