import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds and re-wraps broken paragraphs in Markdown comments. A paragraph is broken if a line other than its last ends
/// before column 80 although the next word would fit: the formatter leaves such a line behind when it splits a comment
/// that is too long. Lists, code, tables, headings, quotes, link references and HTML stay as they are; a block tag such
/// as `@param` starts a paragraph of its own.
public final class MarkdownComments {

    private static final int WIDTH = 120;
    private static final int EARLY = 80;

    private static final Pattern COMMENT = Pattern.compile("(\\s*///\\s*)(.*)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*+]|\\d+[.)])(?:\\s.*)?");
    private static final Pattern FENCE = Pattern.compile("(?:```|~~~).*");
    private static final Pattern NOT_PROSE = Pattern.compile("#{1,6}(?:\\s.*)?|[>|<].*|=+|-+|\\[[^]]+]:.*");
    private static final Pattern CODE = Pattern.compile("\\s*///\\s{5,}");

    private MarkdownComments() {}

    /// The numbers, from 1, of the lines that end early.
    public static List<Integer> brokenLines(String source) {
        List<String> lines = source.lines().toList();
        return paragraphs(lines).stream()
                .flatMap(paragraph -> paragraph.earlyEnds(lines))
                .map(line -> line + 1)
                .toList();
    }

    /// The source with its broken paragraphs filled to 120 columns. Doing it twice changes nothing more.
    public static String rewrap(String source) {
        List<String> lines = new ArrayList<>(source.lines().toList());
        for (Paragraph paragraph : paragraphs(lines).reversed()) {
            if (paragraph.earlyEnds(lines).findAny().isPresent()) {
                List<String> broken = lines.subList(paragraph.from(), paragraph.to());
                List<String> filled = fill(broken);
                broken.clear();
                broken.addAll(filled);
            }
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<Paragraph> paragraphs(List<String> lines) {
        Scan scan = new Scan();
        for (int index = 0; index < lines.size(); index++) {
            scan.take(index, lines.get(index));
        }
        scan.close(lines.size());
        return scan.found;
    }

    private static List<String> fill(List<String> lines) {
        String joined = lines.stream().map(line -> split(line).group(2)).collect(Collectors.joining(" "));
        String next = split(lines.get(1)).group(1);
        List<String> filled = new ArrayList<>();
        StringBuilder line = new StringBuilder(split(lines.getFirst()).group(1));
        boolean empty = true;
        for (String word : words(joined)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                filled.add(line.toString());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        filled.add(line.toString());
        return filled;
    }

    /// The words of a text. A word that would not be prose at the start of a line stays with the word before it.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            if (!words.isEmpty() && (isMarkup(word) || word.startsWith("@"))) {
                words.add(words.removeLast() + " " + word);
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isMarkup(String text) {
        return Stream.of(ITEM, FENCE, NOT_PROSE)
                .anyMatch(pattern -> pattern.matcher(text).matches());
    }

    private static Matcher split(String line) {
        Matcher comment = COMMENT.matcher(line);
        if (!comment.matches()) {
            throw new IllegalArgumentException("not a Markdown comment: " + line);
        }
        return comment;
    }

    /// @param from its first line, from 0
    /// @param to the line after its last
    private record Paragraph(int from, int to) {

        Stream<Integer> earlyEnds(List<String> lines) {
            return Stream.iterate(from, index -> index < to - 1, index -> index + 1)
                    .filter(index -> isEarly(lines.get(index), split(lines.get(index + 1))));
        }

        private static boolean isEarly(String line, Matcher next) {
            String word = words(next.group(2)).getFirst();
            return line.length() + 1 + word.length() <= EARLY;
        }
    }

    /// Walks through the lines of one source.
    private static final class Scan {

        private static final int NONE = -1;

        final List<Paragraph> found = new ArrayList<>();
        private int start = NONE;
        private boolean inTextBlock;
        private boolean inFence;
        private boolean inList;

        void take(int index, String line) {
            Matcher comment = COMMENT.matcher(line);
            if (inTextBlock || !comment.matches()) {
                inTextBlock ^= line.split("\"\"\"", -1).length % 2 == 0;
                inFence = false;
                inList = false;
                close(index);
            } else {
                takeComment(index, line, comment.group(2));
            }
        }

        private void takeComment(int index, String line, String text) {
            boolean tag = !inFence && text.startsWith("@");
            boolean fence = FENCE.matcher(text).matches();
            inFence ^= fence;
            inList = !tag && !text.isEmpty() && (inList || ITEM.matcher(text).matches());
            boolean code = start == NONE && CODE.matcher(line).lookingAt();
            boolean other = inFence || fence || inList || text.isEmpty() || code;
            if (tag || other || isMarkup(text)) {
                close(index);
            }
            if (start == NONE && !other && !isMarkup(text)) {
                start = index;
            }
        }

        void close(int end) {
            if (start != NONE) {
                found.add(new Paragraph(start, end));
                start = NONE;
            }
        }
    }
}
