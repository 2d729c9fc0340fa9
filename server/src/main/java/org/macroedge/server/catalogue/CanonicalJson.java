package org.macroedge.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Entries as parsed, in one form whatever the order of keys, the quotes and the comments: JSON with sorted keys and
/// every value a text, as the file has it. Read as YAML it gives the same entries again.
final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    static String of(YamlEntry entry) {
        StringBuilder out = new StringBuilder();
        append(entry, out);
        return out.toString();
    }

    /// Lists of entries under a name each, in the order of the names.
    static String of(Map<String, List<YamlEntry>> lists) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(lists).forEach((name, entries) -> {
            key(name, out);
            list(entries, out);
        });
        return out.append('}').toString();
    }

    private static void append(YamlEntry entry, StringBuilder out) {
        if (entry.isMapping()) {
            out.append('{');
            new TreeMap<>(entry.fields()).forEach((name, value) -> {
                key(name, out);
                append(value, out);
            });
            out.append('}');
        } else if (entry.isList()) {
            list(entry.entries(), out);
        } else {
            quote(entry.text(), out);
        }
    }

    private static void key(String name, StringBuilder out) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        quote(name, out);
        out.append(':');
    }

    private static void list(List<YamlEntry> entries, StringBuilder out) {
        out.append('[');
        for (int at = 0; at < entries.size(); at++) {
            out.append(at == 0 ? "" : ",");
            append(entries.get(at), out);
        }
        out.append(']');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < FIRST_PRINTABLE || isInvisible(letter)) {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        out.append('"');
    }

    /// Letters that a reader of YAML refuses or takes for the end of a line.
    private static boolean isInvisible(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
