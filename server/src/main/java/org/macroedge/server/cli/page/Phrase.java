package org.macroedge.server.cli.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Words that stay together on one line where they fit; a line that is too narrow for them breaks between them.
public record Phrase(List<Word> words) {

    public Phrase {
        words = List.copyOf(words);
    }

    /// A text without colour.
    public static Phrase of(String text) {
        return of(text, Style.PLAIN);
    }

    /// A text in one style.
    public static Phrase of(String text, Style style) {
        return new Phrase(Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> new Word(word, style))
                .toList());
    }

    /// This phrase with another after it.
    public Phrase plus(Phrase other) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(other.words);
        return new Phrase(all);
    }

    /// This phrase with a mark directly after its last word.
    public Phrase with(String mark) {
        List<Word> all = new ArrayList<>(words);
        Word last = all.removeLast();
        all.add(new Word(last.text() + mark, last.style()));
        return new Phrase(all);
    }

    Phrase shown(Terminal terminal) {
        return new Phrase(words.stream().map(word -> word.shown(terminal)).toList());
    }

    /// How many columns it takes on one line.
    int length() {
        return words.stream().mapToInt(Word::length).sum() + Math.max(0, words.size() - 1);
    }
}
