package org.macroedge.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the page of technologies names is there, and each row says what shows it.
class StackPageTest {

    private static final Path PAGE = Path.of("../docs/reference/stack.md");
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`|`((?:benchmarks|deploy|\\.ci)/[\\w./-]+)`");

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Asked for"))
                .map(line -> line.substring(1, line.length() - 1).strip().split(" *\\| *", -1))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void eachRowNamesATestOrABenchmarkThatIsThereOrSaysThatItWasNotRun() throws IOException {
        Set<String> tests = tests();

        assertThat(rows()).hasSizeGreaterThan(20).allSatisfy(cells -> {
            assertThat(cells).as(cells[0]).hasSize(4);
            assertThat(cells[1]).as(cells[0]).isNotBlank();
            List<String> shown = NAMED.matcher(cells[3])
                    .results()
                    .map(name -> name.group(1) == null ? name.group(2) : name.group(1))
                    .toList();
            assertThat(shown.isEmpty()).as(cells[0]).isEqualTo(cells[3].equals("not run"));
            assertThat(shown).as(cells[0]).allMatch(name -> isThere(name, tests));
        });
    }

    private static boolean isThere(String name, Set<String> tests) {
        return name.contains("/") ? Files.exists(Path.of("..").resolve(name)) : tests.contains(name);
    }

    @Test
    void eachSwitchLinksToWhereItIsExplained() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
        for (String[] cells : rows()) {
            Matcher links = link.matcher(cells[2]);
            while (links.find()) {
                assertThat(PAGE.resolveSibling(links.group(1)).normalize())
                        .as(cells[0])
                        .exists();
            }
        }
    }
}
