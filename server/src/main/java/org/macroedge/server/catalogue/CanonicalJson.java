package org.macroedge.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes parsed entries in a form that does not depend on the order of keys, on quotes or on comments: JSON with
/// sorted keys, and every value as a string, as written in the file. Reading it as YAML gives the same entries.
final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    static String of(YamlEntry entry) {
        StringBuilder out = new StringBuilder();
        append(entry, out);
        return out.toString();
    }

    /// Named lists of entries, in the order of their names.
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
        for (int index = 0; index < entries.size(); index++) {
            out.append(index == 0 ? "" : ",");
            append(entries.get(index), out);
        }
        out.append(']');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
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

    /// Characters that a YAML reader rejects or reads as the end of a line.
    private static boolean isInvisible(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
