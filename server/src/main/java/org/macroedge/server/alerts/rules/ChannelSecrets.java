package org.macroedge.server.alerts.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.platform.config.SourceSettings;

/// The secrets of channels: the file of alerts names a variable of the environment, which holds one, or whose name with
/// `_FILE` names a file that does.
final class ChannelSecrets {

    private static final Pattern NAME = Pattern.compile("(?!MACRO_EDGE_)[A-Z][A-Z0-9_]{0,99}");
    private static final long LONGEST = 1_000;

    private final Map<String, String> variables;

    /// @param variables of the environment
    ChannelSecrets(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /// The secret that an entry names, which no message shows from now on.
    ///
    /// @param as reads it, or throws [IllegalArgumentException]
    /// @param expected what it is, for a fault
    <T> T read(YamlEntry entry, Function<String, T> as, String expected) {
        return read(entry, as, List::of, expected);
    }

    /// As above, where no message shows some parts of it.
    ///
    /// @param parts of the text
    <T> T read(YamlEntry entry, Function<String, T> as, Function<String, List<String>> parts, String expected) {
        String name = entry.as(
                ChannelSecrets::name, "the name of a variable in upper case that does not begin with MACRO_EDGE_");
        String text = text(entry, name);
        try {
            if (!SourceSettings.isKey(text)) {
                throw new IllegalArgumentException("it has blanks, is too long, or has letters beyond ASCII");
            }
            parts.apply(text).forEach(Secrets::keep);
            return as.apply(text);
        } catch (IllegalArgumentException other) {
            throw entry.failure(AlertMessage.NOT_A_SECRET, expected, name);
        }
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private String text(YamlEntry entry, String name) {
        String value = variables.getOrDefault(name, "").strip();
        String file = variables.getOrDefault(name + "_FILE", "").strip();
        if (!value.isEmpty() && !file.isEmpty()) {
            throw entry.failure(AlertMessage.VARIABLE_TWICE, name);
        }
        if (value.isEmpty() && file.isEmpty()) {
            throw entry.failure(AlertMessage.NO_VARIABLE, name);
        }
        return file.isEmpty() ? value : content(entry, name, file);
    }

    private static String content(YamlEntry entry, String name, String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > LONGEST) {
                throw entry.failure(AlertMessage.UNREADABLE_SECRET, name);
            }
            return Files.readString(path).strip();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw entry.failure(AlertMessage.UNREADABLE_SECRET, name);
        }
    }
}
