package org.macroedge.server.alerts.rules;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why alerts cannot be used, or one cannot be sent. No message shows an address or a secret of a channel.
public enum AlertMessage implements Problem {
    FAULTY_FILE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{variable} names a file that cannot be used: {fault}",
            "The file of alerts has a fault, whose line and field the message names.",
            "Correct it, or what it names, and start again")),
    NO_VARIABLE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "names the variable {name}, and neither it nor {name}_FILE is set",
            "A channel of the file of alerts needs a secret, which the environment of the server does not give.",
            "Set one of the two variables")),
    VARIABLE_TWICE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "names the variable {name}, and both it and {name}_FILE are set",
            "The secret of a channel is given by its value and by a file, and they may differ.",
            "Remove one of the two variables")),
    UNREADABLE_SECRET(Wording.of(
            ProblemCode.SETTING_FAULT,
            "needs the file that {name}_FILE names, and it cannot be read",
            "The file with the secret of a channel does not exist, or may not be read.",
            "Correct the path or the rights of the file")),
    NOT_A_SECRET(Wording.of(
            ProblemCode.SETTING_FAULT,
            "needs {expected} in {name}, which holds something else",
            "The secret of a channel does not have the form that its kind needs.",
            "Copy it again from where it was made")),
    UNKNOWN_CHANNEL(Wording.of(
            ProblemCode.UNKNOWN_CHANNEL,
            "Channel \"{id}\" does not exist",
            "The file that MACRO_EDGE_ALERTS names has no channel with this id, or the variable is not set.",
            "Existing channels: {existing}")),
    TEST_FAILED(Wording.of(
            ProblemCode.CHANNEL_FAULT,
            "Channel {id} did not take the test message: {fault}",
            "The receiver refused it, cannot be reached, or must not be asked.",
            "Correct the channel or its receiver, then test it again"));

    private final Wording wording;

    AlertMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
