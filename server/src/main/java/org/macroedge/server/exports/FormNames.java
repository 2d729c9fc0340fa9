package org.macroedge.server.exports;

/// What the parameters or options are called that say how an export is written, for what is said of their values.
public record FormNames(String dialect, String serverTime, String symbols, String symbolSuffix) {

    /// Of a request.
    public static final FormNames REQUEST = new FormNames("dialect", "serverTime", "symbols", "symbolSuffix");

    /// Of a command.
    public static final FormNames COMMAND = new FormNames("--dialect", "--server-time", "--symbols", "--symbol-suffix");
}
