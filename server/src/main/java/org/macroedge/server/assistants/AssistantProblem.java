package org.macroedge.server.assistants;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The failures of messages and of calls that do not have the form which the protocol or the tool states.
enum AssistantProblem implements Problem {
    NOT_JSON(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The message is not JSON",
            "It is cut off, or has text after its end.",
            "Send one JSON object")),
    NOT_A_REQUEST(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The message is not a request of JSON-RPC 2.0",
            "A request is an object with `jsonrpc`, `method` and an `id` that is a text or a whole number.",
            "Send one request at a time")),
    TOO_LONG(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The message is longer than {characters:,} characters",
            "No call of a tool is as long.",
            "Send a shorter one")),
    OTHER_VERSION(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Version \"{version}\" of the protocol is not supported",
            "The header `MCP-Protocol-Version` names another version than those that `initialize` agrees on.",
            "The versions are {all}")),
    UNKNOWN_METHOD(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Method \"{method}\" does not exist here",
            "This server offers tools, and neither resources nor prompts.",
            "The methods are {all}")),
    UNREADABLE_PARAMETERS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The parameters of {method} cannot be read",
            "They lack something that the protocol demands, or it is of another type.",
            "See the protocol at modelcontextprotocol.io")),
    UNKNOWN_TOOL(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Tool \"{name}\" does not exist",
            "`tools/list` lists the tools with their arguments.",
            "The tools are {all}")),
    NO_ARGUMENTS(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "The arguments of {tool} are not an object",
            "A list, a text or a number stands where names and values belong.",
            "Send {}, or an object with names and values")),
    UNKNOWN_ARGUMENT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Argument \"{name}\" does not exist",
            "Unknown arguments are refused, so that a misspelt `asOf` never means now.",
            "The arguments of {tool} are {all}")),
    MISSING_ARGUMENT(Wording.of(
            ProblemCode.INVALID_REQUEST,
            "Argument {name} is missing",
            "The tool cannot answer without it.",
            "Add it, for example {example}")),
    FAILED(Wording.of(
            ProblemCode.INTERNAL,
            "The call of {tool} failed",
            "A fault of this program. It wrote the cause to its log.",
            "Ask again. If it fails again, report the lines of the log"));

    private final Wording wording;

    AssistantProblem(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
