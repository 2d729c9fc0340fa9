package org.macroedge.server.catalogue;

import java.util.Map;
import java.util.TreeMap;

/// Why a text is not YAML, in words for those who wrote it: the parser names its own rules.
final class YamlReason {

    /// By a part of what the parser says.
    private static final Map<String, String> REASONS = new TreeMap<>(Map.of(
            "TAB", "a tab, where only blanks may indent",
            "alias", "an alias whose anchor does not exist",
            "block end", "an entry whose indentation does not fit the lines around it",
            "could not find expected ':'", "a field without a colon",
            "duplicate", "the same field twice",
            "end of stream", "the text ends in the middle of a value",
            "escape", "an unknown escape in a quoted text",
            "mapping values are not allowed", "a colon in a text without quotes, or a wrong indentation",
            "stream end", "the text ends in the middle of a value",
            "tag", "a tag (an exclamation mark before a value), which is not allowed"));

    private YamlReason() {}

    /// @param problem what the parser says
    static String of(String problem) {
        return REASONS.entrySet().stream()
                .filter(reason -> problem.contains(reason.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("a character that cannot stand there");
    }
}
