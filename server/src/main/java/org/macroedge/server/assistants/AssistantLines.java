package org.macroedge.server.assistants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Messages over standard input and output: one a line, answered in their order. It ends with the input, after
/// everything that was asked has been answered.
public final class AssistantLines {

    private AssistantLines() {}

    /// Answers until the input ends.
    ///
    /// @param out receives nothing but answers
    public static void serve(AssistantMessages messages, InputStream in, PrintWriter out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = line(lines); line != null; line = line(lines)) {
            String answer = line.isBlank() ? null : messages.answer(line);
            if (answer != null) {
                out.print(answer + "\n");
                out.flush();
            }
        }
    }

    /// A line without its end; of one that is too long, a character more than is allowed is kept.
    private static @Nullable String line(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = lines.read();
        if (character < 0) {
            return null;
        }
        for (; character >= 0 && character != '\n'; character = lines.read()) {
            if (line.length() <= AssistantMessages.LONGEST) {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
