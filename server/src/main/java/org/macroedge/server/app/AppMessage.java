package org.macroedge.server.app;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a server or a command cannot open a home.
enum AppMessage implements Problem {
    PORT_TAKEN(Wording.of(
            ProblemCode.SETTING_FAULT,
            "another program listens at port {port}",
            "Two programs cannot listen at one port.",
            "Name another port with --port or {variable}, or 0 for any free one")),
    FOREIGN_ADDRESS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{variable}={address} is not an address of this machine",
            "A server can listen only at addresses that its machine has.",
            "Write one of this machine, or 0.0.0.0 for every IPv4 address that it has")),
    SERVED(Wording.of(
            ProblemCode.HOME_IN_USE,
            "the home directory is in use by a server, process {process} ({path})",
            "A server holds the home. Reads and imports ask it by themselves; this command cannot.",
            "Its address is {address}; stop it, or name another home with --home"));

    private final Wording wording;

    AppMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
