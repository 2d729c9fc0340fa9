package org.macroedge.server.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JSON by RFC 8259, in which no object has two properties of one name. Numbers stay texts.
final class StrictJson {

    /// A number as it is written, or one of the three words.
    record Plain(String text) {}

    private static final Pattern PLAIN =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null");
    private static final int DEEPEST = 1_000;

    private final String text;
    private int position;
    private int depth;

    private StrictJson(String text) {
        this.text = text;
    }

    /// The value of a text: a map, a list, a string or a [Plain].
    static Object value(String text) throws StrictFault {
        StrictJson json = new StrictJson(text);
        Object value = json.value();
        json.blanks();
        if (json.position < text.length()) {
            throw new StrictFault("text after the value");
        }
        return value;
    }

    private Object value() throws StrictFault {
        blanks();
        if (++depth > DEEPEST) {
            throw new StrictFault("too deep");
        }
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            default -> plain();
        };
        depth--;
        return value;
    }

    private Map<String, Object> object() throws StrictFault {
        Map<String, Object> object = new LinkedHashMap<>();
        position++;
        blanks();
        while (peek() != '}') {
            if (!object.isEmpty()) {
                expect(',');
            }
            blanks();
            if (peek() != '"') {
                throw new StrictFault("no name");
            }
            String name = string();
            expect(':');
            if (object.put(name, value()) != null) {
                throw new StrictFault("two properties of one name");
            }
            blanks();
        }
        position++;
        return object;
    }

    private List<Object> list() throws StrictFault {
        List<Object> list = new ArrayList<>();
        position++;
        blanks();
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
            blanks();
        }
        position++;
        return list;
    }

    private String string() throws StrictFault {
        StringBuilder string = new StringBuilder();
        position++;
        while (peek() != '"') {
            char letter = text.charAt(position++);
            if (letter < ' ') {
                throw new StrictFault("a control character in a string");
            }
            string.append(letter == '\\' ? escaped() : letter);
        }
        position++;
        return string.toString();
    }

    private char escaped() throws StrictFault {
        char letter = peek();
        position++;
        int known = "\"\\/bfnrt".indexOf(letter);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        String code = text.substring(position, Math.min(position + 4, text.length()));
        if (letter != 'u' || !code.matches("[0-9a-fA-F]{4}")) {
            throw new StrictFault("an unknown escape");
        }
        position += 4;
        return (char) Integer.parseInt(code, 16);
    }

    private Plain plain() throws StrictFault {
        Matcher plain = PLAIN.matcher(text).region(position, text.length());
        if (!plain.lookingAt()) {
            throw new StrictFault("no value");
        }
        position = plain.end();
        return new Plain(plain.group());
    }

    private void blanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private void expect(char letter) throws StrictFault {
        blanks();
        if (peek() != letter) {
            throw new StrictFault("no " + letter);
        }
        position++;
    }

    private char peek() throws StrictFault {
        if (position >= text.length()) {
            throw new StrictFault("the text ends early");
        }
        return text.charAt(position);
    }

    /// The text of a property, with dots between levels; empty where there is none.
    static String text(Object object, String path) {
        Object value = property(object, path);
        return switch (value) {
            case null -> "";
            case String string -> string;
            case Plain(String word) -> word.equals("null") ? "" : word;
            default -> "{}";
        };
    }

    static @Nullable Object property(Object object, String path) {
        Object value = object;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }
}
