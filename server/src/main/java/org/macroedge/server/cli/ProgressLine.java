package org.macroedge.server.cli;

import java.io.PrintWriter;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.releases.importing.ImportProgress;

/// Shows how far an import is: one line that is written over on a terminal, plain lines elsewhere.
final class ProgressLine implements ImportProgress {

    private static final int WIDTH = 60;
    private static final long PLAIN_EVERY = 1_000_000;

    private final PrintWriter out;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private String file = "";

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void reading(String file) {
        this.file = TerminalText.of(file);
        if (!terminal) {
            out.println("reading " + this.file);
            out.flush();
        }
    }

    @Override
    public void read(long rows) {
        show(String.format("%,d rows read, %s", rows, file));
        if (!terminal && rows % PLAIN_EVERY == 0 && rows > 0) {
            out.printf("%,d rows read%n", rows);
            out.flush();
        }
    }

    @Override
    public void writing(long facts) {
        show(String.format("%,d new facts", facts));
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        } else {
            out.printf("%,d new facts%n", facts);
        }
        out.flush();
    }

    private void show(String text) {
        if (terminal) {
            String shown = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            out.print("\r" + shown + " ".repeat(WIDTH - shown.length()));
            out.flush();
        }
    }
}
