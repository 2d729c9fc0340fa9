package org.macroedge.server.cli.page;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Finds out what standard output is.
public final class TerminalProbe {

    /// Set by the launcher where it replaced a locale without letters beyond ASCII.
    private static final String ASCII = "macro-edge.ascii";

    private static final Path OUTPUT = Path.of("/proc/self/fd/1");
    private static final File TERMINAL = new File("/dev/tty");
    private static final long PATIENCE_SECONDS = 1;

    private TerminalProbe() {}

    /// What standard output is now.
    public static Terminal standardOutput() {
        return Terminal.of(System.getenv(), isTerminal(), TerminalProbe::measured, isUnicode());
    }

    private static boolean isUnicode() {
        return !Boolean.getBoolean(ASCII) && "UTF-8".equalsIgnoreCase(System.getProperty("native.encoding"));
    }

    /// Linux says what a descriptor is; elsewhere the JDK knows only whether input and output both are terminals.
    private static boolean isTerminal() {
        if (Files.isSymbolicLink(OUTPUT)) {
            try {
                String target = Files.readSymbolicLink(OUTPUT).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException unreadable) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// The columns of the controlling terminal as `stty size` prints them, rows first; 0 where it does not answer.
    private static int measured() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return 0;
            }
            return columns(new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unknown) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    static int columns(String size) {
        String[] numbers = size.strip().split(" ");
        return numbers.length == 2 && numbers[1].matches("[0-9]{1,4}") ? Integer.parseInt(numbers[1]) : 0;
    }
}
