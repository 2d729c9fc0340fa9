package org.macroedge.server.cli;

import java.io.PrintWriter;
import org.macroedge.server.releases.importing.ImportProgress;

/// Shows how far an import is: one line that is written over on a terminal, plain lines elsewhere.
final class ProgressLine implements ImportProgress {

    private static final int WIDTH = 60;

    private final PrintWriter out;
    private final boolean terminal =
            System.console() != null && System.console().isTerminal();
    private String file = "";

    ProgressLine(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void reading(String file) {
        this.file = file;
        if (!terminal) {
            out.println("reading " + file);
            out.flush();
        }
    }

    @Override
    public void read(long rows) {
        show(String.format("%,d rows read, %s", rows, file));
    }

    @Override
    public void writing(long facts) {
        show(String.format("writing %,d facts", facts));
        if (terminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
        } else {
            out.printf("writing %,d facts%n", facts);
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
