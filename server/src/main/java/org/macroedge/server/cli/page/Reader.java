package org.macroedge.server.cli.page;

import java.time.ZoneId;
import java.time.ZoneOffset;

/// For whom answers are written: on which terminal, and in which time zone.
public record Reader(Terminal terminal, ZoneId zone) {

    /// A program that reads a pipe, in UTC.
    public static final Reader PIPE = new Reader(Terminal.PIPE, ZoneOffset.UTC);

    /// Who started this process.
    public static Reader ofProcess() {
        return new Reader(TerminalProbe.standardOutput(), ZoneId.systemDefault());
    }
}
