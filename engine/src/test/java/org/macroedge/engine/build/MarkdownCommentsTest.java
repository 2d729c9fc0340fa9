package org.macroedge.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build's check of Markdown comments. The class is outside the modules, so the test compiles it first.
class MarkdownCommentsTest {

    private static final String LONG =
            "/// The right to open a home's embedded database, for one process at a time. The"
                    + " operating system drops it with the\n";

    private static Class<?> comments;

    @BeforeAll
    static void compile(@TempDir Path classes) throws Exception {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), "../build/MarkdownComments.java");
        assertThat(status).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            comments = loader.loadClass("MarkdownComments");
            Stream.of(comments.getDeclaredClasses()).forEach(nested -> load(loader, nested.getName()));
        }
    }

    @Test
    void aLineThatTheFormatterCutIsFoundAndJoined() throws Exception {
        String source = LONG + "/// process,\n/// however that ends.\nclass Lock {}\n";
        assertThat(brokenLines(source)).containsExactly(2);
        assertThat(rewrap(source)).isEqualTo(LONG + "/// process, however that ends.\nclass Lock {}\n");
    }

    @Test
    void aLineCutTwiceIsFoundTwice() throws Exception {
        String source = LONG + "/// process,\n/// however\n/// that ends.\n";
        assertThat(brokenLines(source)).containsExactly(2, 3);
        assertThat(rewrap(source)).isEqualTo(LONG + "/// process, however that ends.\n");
    }

    @Test
    void aParagraphMayEndEarlyAndBeNarrow() throws Exception {
        assertUnchanged("/// Short.\n///\n/// Short too.\nclass A {}\n");
        assertUnchanged("""
            /// This paragraph was wrapped by hand at ninety columns, and each of its lines, but
            /// for the last, ends well after column eighty, so that it is left as it is written
            /// here.
            """);
    }

    @Test
    void markupIsLeftAsItIs() throws Exception {
        assertUnchanged("""
            /// # Heading
            /// - an item
            /// and the rest of the
            /// item
            ///
            /// 1. first
            /// 2. second
            ///
            /// ```
            /// code
            /// more
            ///
            /// code
            /// ```
            /// | a | b |
            /// | c | d |
            /// [Bias]: bias.md
            /// [Index]: index.md
            /// > quoted
            /// > text
            ///
            ///     indented
            ///     code
            class A {}
            """);
    }

    @Test
    void aBlockTagKeepsItsLineAndWrapsItsOwnText() throws Exception {
        String source = """
                /// One of two.
                /// @param first the first
                /// @param second a text
                ///     that
                ///     goes on
                /// @return nothing
            """;
        assertThat(brokenLines(source)).containsExactly(3, 4);
        assertThat(rewrap(source)).isEqualTo("""
                /// One of two.
                /// @param first the first
                /// @param second a text that goes on
                /// @return nothing
            """);
    }

    @Test
    void noLineBeginsWithAWordThatWouldBeMarkup() throws Exception {
        for (String word : List.of("-", "+", "2.", "@param", "#", "|x|", "=", "```")) {
            String long109 = "x".repeat(109);
            assertThat(rewrap("/// a\n/// b " + long109 + " zz " + word + " y\n"))
                    .isEqualTo("/// a b " + long109 + "\n/// zz " + word + " y\n");
        }
    }

    @Test
    void aTextBlockIsNotAComment() throws Exception {
        String quotes = "\"".repeat(3);
        assertUnchanged("String s = " + quotes + "\n    /// a\n    /// b\n    " + quotes + ";\n");
    }

    @Test
    void rewrappingKeepsEveryWordMendsEveryLineAndIsStable() throws Exception {
        long seed = new SplittableRandom().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            String source = randomComment(random);
            String wrapped = rewrap(source);
            assertThat(words(wrapped)).as("seed %d", seed).isEqualTo(words(source));
            assertThat(brokenLines(wrapped)).as("seed %d", seed).isEmpty();
            assertThat(rewrap(wrapped)).as("seed %d", seed).isEqualTo(wrapped);
        }
    }

    private static String randomComment(SplittableRandom random) {
        List<String> words = List.of("a", "bias", "the", "release", "-", "1.", "[Link]", "`asOf=…Z`", "@since", "Σ");
        StringBuilder comment = new StringBuilder();
        for (int line = random.nextInt(2, 12); line > 0; line--) {
            comment.append("    /// release");
            for (int count = random.nextInt(20); count > 0; count--) {
                comment.append(' ').append(words.get(random.nextInt(words.size())));
            }
            comment.append('\n');
        }
        return comment.toString();
    }

    private static List<String> words(String comment) {
        return Stream.of(comment.split("\\s+"))
                .filter(word -> !word.equals("///"))
                .toList();
    }

    private static void assertUnchanged(String source) throws Exception {
        assertThat(brokenLines(source)).isEmpty();
        assertThat(rewrap(source)).isEqualTo(source);
    }

    private static List<Object> brokenLines(String source) throws Exception {
        return List.copyOf(
                (List<?>) comments.getMethod("brokenLines", String.class).invoke(null, source));
    }

    private static String rewrap(String source) throws Exception {
        return (String) comments.getMethod("rewrap", String.class).invoke(null, source);
    }

    private static void load(ClassLoader loader, String name) {
        try {
            Class.forName(name, true, loader);
        } catch (ClassNotFoundException fault) {
            throw new IllegalStateException(name, fault);
        }
    }
}
