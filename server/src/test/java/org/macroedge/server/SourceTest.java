package org.macroedge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that the compiled classes do not show.
class SourceTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../engine/src/main/java"));

    private static final List<Path> TESTS = List.of(Path.of("src/test/java"), Path.of("../engine/src/test/java"));

    private static final Pattern TYPE = Pattern.compile("^(?:[a-z]+ )*(?:class|record|enum|interface|@interface) \\w");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern DECLARATION = Pattern.compile("^(?:import|package) .*");
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.])(?:java|jakarta|org|com|tools)(?:\\.[a-z]\\w*)+\\.[A-Z]");

    private static final Pattern GAUGE = Pattern.compile("\\bGauge\\.builder\\(.*?\\.register\\(", Pattern.DOTALL);

    @Test
    void typesAreImported() {
        assertThat(SOURCES.stream().flatMap(SourceTest::files).flatMap(SourceTest::qualifiedNames))
                .as("lines with a fully qualified name")
                .isEmpty();
    }

    @Test
    void theDescriptionOfATypeStandsAtTheType() {
        assertThat(Stream.concat(SOURCES.stream(), TESTS.stream())
                        .flatMap(SourceTest::files)
                        .filter(file -> !file.endsWith("package-info.java"))
                        .filter(file -> lines(file).stream()
                                .takeWhile(line -> !TYPE.matcher(line).find())
                                .dropWhile(line -> !line.startsWith("///"))
                                .anyMatch(line -> line.startsWith("import "))))
                .as("files with a description above an import")
                .isEmpty();
    }

    /// The library holds what a gauge measures by a weak reference. Where nothing else holds it, the gauge is NaN after
    /// a collection of garbage.
    @Test
    void whatAGaugeMeasuresIsHeld() {
        assertThat(SOURCES.stream()
                        .flatMap(SourceTest::files)
                        .flatMap(file -> GAUGE.matcher(String.join("\n", lines(file)))
                                .results()
                                .map(MatchResult::group)
                                .filter(gauge ->
                                        !gauge.contains("() -> ") && !gauge.contains(".strongReference(true)"))))
                .as("gauges without a strong reference")
                .isEmpty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Stream<String> qualifiedNames(Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(index -> QUALIFIED.matcher(code(lines.get(index))).find())
                .mapToObj(index ->
                        file + ":" + (index + 1) + ": " + lines.get(index).strip());
    }

    /// A line without texts, comments, imports and the name of the package.
    private static String code(String line) {
        String bare = TEXT.matcher(line).replaceAll("");
        return DECLARATION.matcher(COMMENT.matcher(bare).replaceAll("")).replaceAll("");
    }
}
