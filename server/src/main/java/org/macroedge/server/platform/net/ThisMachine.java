package org.macroedge.server.platform.net;

/// The names of the machine that a program runs on.
public final class ThisMachine {

    private static final String LOCALHOST = "localhost";

    private ThisMachine() {}

    /// Whether a host of an address is this machine, by its name alone.
    public static boolean isNamed(String host) {
        return host.equals(LOCALHOST) || host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]");
    }
}
