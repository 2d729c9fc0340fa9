package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.macroedge.server.cli.page.Reader;
import org.macroedge.server.cli.page.Terminal;
import picocli.CommandLine;

class CommandsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/commands.md");

    @Test
    void thePageListsEveryCommandWithItsOptions() throws IOException {
        String generated = CommandsPage.of(commands(100));
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(PAGE, generated);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/reference/commands.md; run this test with -Dmacro-edge.write=true to write it")
                .isEqualTo(generated);
    }

    @Test
    void theHelpOfEveryCommandHasASynopsisAndAnExampleAndFitsTheTerminal() {
        for (int width : new int[] {60, 80, 100}) {
            for (CommandLine command : CommandsPage.leaves(commands(width))) {
                String name = command.getCommandSpec().qualifiedName();
                String help = command.getUsageMessage();
                assertThat(help).as(name).startsWith("Usage: " + name);
                assertThat(help.lines()).as("%s, %d columns", name, width).allMatch(line -> line.length() <= width);
                if (!name.endsWith("generate-completion")) {
                    assertThat(help).as(name).contains("Example").contains("macro-edge ");
                }
            }
        }
    }

    @Test
    void completionKnowsEveryCommandAndOption() {
        StringWriter script = new StringWriter();
        CommandLine all = commands(100);
        all.setOut(new PrintWriter(script, true));

        assertThat(all.execute("generate-completion")).isZero();
        all.getSubcommands()
                .keySet()
                .forEach(name -> assertThat(script.toString()).contains(name));
        assertThat(script.toString()).contains("--zone", "--sort", "government-bond", "agreement");
    }

    private static CommandLine commands(int width) {
        return MacroEdgeCommand.commandLine(
                SampleHome.CLOCK, new Reader(new Terminal(width, false, true), ZoneOffset.UTC));
    }
}
