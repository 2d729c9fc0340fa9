package org.macroedge.server.cli.page;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes lines that fit the terminal.
///
/// @param times in the reader's zone
public record Page(PrintWriter out, Terminal terminal, Times times) {

    private static final String GAP = "  ";
    private static final int INDENT = 4;
    private static final int LEAST_ROOM = 30;

    /// An empty line.
    public void line() {
        out.println();
    }

    /// A text, folded between its words.
    public void text(String text) {
        phrases(List.of(Phrase.of(text)), 0);
    }

    /// A text in one style, folded between its words.
    public void text(String text, Style style) {
        phrases(List.of(Phrase.of(text, style)), 0);
    }

    /// A text, folded between its words.
    public void text(Phrase phrase) {
        phrases(List.of(phrase), 0);
    }

    /// Phrases one after the other, folded between them where that is enough.
    ///
    /// @param indent in columns, before each line
    public void phrases(List<Phrase> phrases, int indent) {
        fold(phrases, terminal.width() - indent).forEach(line -> out.println(" ".repeat(indent) + rendered(line)));
    }

    /// A text that hangs at the right of its head, or below it where that leaves too little room.
    ///
    /// @param head padded to the width that all heads have
    public void entry(Word head, Phrase text) {
        int room = terminal.width() - head.length();
        if (room < LEAST_ROOM) {
            phrases(head.text().isBlank() ? List.of() : List.of(Phrase.of(head.text(), head.style())), 0);
            phrases(List.of(text), INDENT);
            return;
        }
        List<String> lines = foldedLines(List.of(text), room);
        String start = lines.isEmpty() ? rendered(head).stripTrailing() : rendered(head) + lines.getFirst();
        out.println(start);
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(head.length()) + line));
    }

    /// The lines of some phrases within a width. A phrase starts a new line where it does not fit the rest of one; it
    /// breaks between words where it is wider than a line, and a word breaks where it is.
    List<String> foldedLines(List<Phrase> phrases, int width) {
        return fold(phrases, width).stream().map(this::rendered).toList();
    }

    private List<List<Phrase>> fold(List<Phrase> phrases, int width) {
        List<List<Phrase>> lines = new ArrayList<>();
        int used = 0;
        for (Phrase phrase : phrases) {
            for (Phrase part : parts(phrase.shown(terminal), width)) {
                int needed = part.length() + (used == 0 ? 0 : GAP.length());
                if (lines.isEmpty() || used + needed > width) {
                    lines.add(new ArrayList<>());
                    used = 0;
                    needed = part.length();
                }
                lines.getLast().add(part);
                used += needed;
            }
        }
        return lines;
    }

    /// The phrase itself where it fits a line, else as many of its words as fit in turn.
    private static List<Phrase> parts(Phrase phrase, int width) {
        if (phrase.length() <= width) {
            return List.of(phrase);
        }
        List<Phrase> parts = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        int used = 0;
        for (Word word : phrase.words().stream()
                .flatMap(word -> pieces(word, width).stream())
                .toList()) {
            int needed = word.length() + (used == 0 ? 0 : 1);
            if (used + needed > width) {
                parts.add(new Phrase(line));
                line = new ArrayList<>();
                used = 0;
                needed = word.length();
            }
            line.add(word);
            used += needed;
        }
        parts.add(new Phrase(line));
        return parts;
    }

    private static List<Word> pieces(Word word, int width) {
        List<Word> pieces = new ArrayList<>();
        int[] letters = word.text().codePoints().toArray();
        for (int start = 0; start < letters.length; start += width) {
            pieces.add(new Word(new String(letters, start, Math.min(width, letters.length - start)), word.style()));
        }
        return pieces;
    }

    private String rendered(List<Phrase> line) {
        return line.stream().map(this::rendered).collect(Collectors.joining(GAP));
    }

    /// Words of one style between the same orders.
    private String rendered(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        List<String> run = new ArrayList<>();
        Style style = Style.PLAIN;
        for (Word word : phrase.words()) {
            if (word.style() != style && !run.isEmpty()) {
                text.append(rendered(new Word(String.join(" ", run), style))).append(' ');
                run.clear();
            }
            style = word.style();
            run.add(word.text());
        }
        return text + rendered(new Word(String.join(" ", run), style));
    }

    /// A word as it is written, with orders for its style where they take effect.
    String rendered(Word word) {
        return terminal.isColoured() ? word.style().on(word.text()) : word.text();
    }

    /// A word that is padded to a width, at its start or at its end.
    String padded(Word word, int width, boolean atStart) {
        String padding = " ".repeat(Math.max(0, width - word.length()));
        return atStart ? padding + rendered(word) : rendered(word) + padding;
    }
}
