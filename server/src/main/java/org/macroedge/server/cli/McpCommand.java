package org.macroedge.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.assistants.AssistantLines;
import org.macroedge.server.assistants.AssistantMessages;
import org.macroedge.server.assistants.AssistantQuery;
import org.macroedge.server.assistants.AssistantServer;
import org.macroedge.server.assistants.AssistantStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Answers an assistant over standard input and output.
@Command(
        name = "mcp",
        description =
                "Answer an assistant by the Model Context Protocol, over standard input and output, until the input"
                        + " ends.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  macro-edge mcp                                            as the command that an assistant starts",
            "",
            "The tools bias, explain, calendar, indices and event_risk read and change nothing. Each takes asOf.",
            "A running server answers them, else the store; it is open only while a call is answered."
        })
final class McpCommand implements Callable<Integer> {

    @Mixin
    private final HomeOptions home = new HomeOptions();

    private final Clock clock;

    @Spec
    @Nullable
    CommandSpec spec;

    McpCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        home.settings(); // a faulty home is told before anything is asked
        Console console = Console.of(spec);
        AssistantMessages messages = AssistantServer.start(new AssistantQuery.Runner() {
            @Override
            public <T> T run(AssistantQuery<T> query) {
                return answer(query, console);
            }
        });
        try {
            AssistantLines.serve(messages, System.in, console.out());
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private <T> T answer(AssistantQuery<T> query, Console console) {
        return HomeAccess.ask(
                home,
                clock,
                console,
                running -> running.get(query.path(), query.parameters(), query.shape()),
                session -> session.get(AssistantStore.class).answer(query));
    }
}
