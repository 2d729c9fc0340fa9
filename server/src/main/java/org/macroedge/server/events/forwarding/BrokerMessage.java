package org.macroedge.server.events.forwarding;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a broker takes no events.
enum BrokerMessage implements Problem {
    TAKES_NOTHING(Wording.of(
            ProblemCode.UNAVAILABLE,
            "{broker} takes no events: {reason}",
            "It does not run, cannot be reached, or refuses this server.",
            "Let it run, or correct the settings of the connection"));

    private final Wording wording;

    BrokerMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
