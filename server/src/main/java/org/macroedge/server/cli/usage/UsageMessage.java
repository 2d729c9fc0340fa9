package org.macroedge.server.cli.usage;

import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// Wrong use of the command line: status 2. A second line names the help.
public enum UsageMessage implements Message {
    MISSING_COMMAND(new Wording(
            "usage",
            "{command} needs a command",
            "The command only groups others, and none of these is named.",
            "Its commands: {commands}")),
    UNKNOWN_COMMAND(
            new Wording("usage", "unknown command {word}", "No command has this name.", "Did you mean {nearest}?")),
    UNKNOWN_COMMAND_UNLIKE_ANY(new Wording(
            "usage",
            "unknown command {word}",
            "No command has this name or a similar one.",
            "`macro-edge --help` lists all commands")),
    OPTION_OF_OTHERS(new Wording(
            "usage",
            "{command} has no option {word}: it would have no effect",
            "Other commands have the option; the answer of this one does not depend on it.",
            "These have it: {commands}")),
    UNKNOWN_OPTION(new Wording(
            "usage", "unknown option {word}", "The command has no such option.", "Did you mean {nearest}?")),
    UNKNOWN_OPTION_UNLIKE_ANY(new Wording(
            "usage",
            "unknown option {word}",
            "The command has no such option or a similar one.",
            "Its help lists all options")),
    UNEXPECTED_ARGUMENT(new Wording(
            "usage",
            "unexpected argument {word}",
            "The command takes fewer arguments.",
            "Leave it out; put a text with blanks in quotes")),
    MISSING_ARGUMENT(new Wording(
            "usage", "{argument} is missing", "A required argument is not there.", "The help says: {meaning}")),
    MISSING_OPTION(new Wording(
            "usage", "option {option} is missing", "A required option is not there.", "The help says: {meaning}")),
    MISSING_VALUE(new Wording(
            "usage",
            "option {option} needs a value",
            "The option is the last word, or another option follows it.",
            "Write it like {option} {label}")),
    REPEATED_OPTION(new Wording(
            "usage", "option {option} is given more than once", "Only one of the values could count.", "Give it once")),
    UNEXPECTED_VALUE(new Wording(
            "usage",
            "option {option} takes no value",
            "A switch is followed by = and a value.",
            "Write {option} alone")),
    NOT_ALLOWED(new Wording(
            "usage",
            "{name} \"{value}\" is not allowed",
            "The option or argument has a fixed list of values.",
            "Allowed values: {allowed}")),
    OTHER_CASE(new Wording(
            "usage",
            "{name} \"{value}\" is not allowed",
            "The value is in another case than the one that is allowed.",
            "Write {code}")),
    NOT_A_NUMBER(new Wording(
            "usage",
            "{name} \"{value}\" is not a whole number",
            "The option or argument is a whole number, and this is none, or it is too large.",
            "Write digits alone")),
    NOT_A_ZONE(new Wording(
            "usage",
            "{name} \"{value}\" is not a time zone",
            "The text is neither a name of the IANA time zone database nor an offset.",
            "Write it like Europe/Berlin, UTC or +02:00")),
    NOT_A_PATH(new Wording(
            "usage",
            "{name} \"{value}\" is not a path",
            "The operating system does not accept the text as a path, or the locale has no letters beyond ASCII.",
            "With such letters, set LC_ALL=C.UTF-8")),
    WRONG_ARGUMENTS(new Wording(
            "usage",
            "the arguments cannot be read",
            "The arguments have another form than the help describes.",
            "The help has examples"));

    private final Wording wording;

    UsageMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
