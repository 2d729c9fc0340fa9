package org.macroedge.server.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// The page of security requirements, by a list of the numbers of the standard.
class SecurityPageTest {

    private static final Path PAGE = Path.of("../docs/reference/security.md");
    private static final Path STANDARD = Path.of("src/test/resources/org/macroedge/server/reference/asvs-5.0.0.csv");
    private static final Path CLASSES = Path.of("target/test-classes");

    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern UNTESTED = Pattern.compile("no test: \\S.{9,}");
    private static final Pattern NOT_OURS = Pattern.compile("does not apply: \\S.{9,}");
    private static final int MOST_UNTESTED_PERCENT = 10;

    private record Row(String number, String text, String shown) {}

    /// The rows of the tables below a heading.
    private static List<Row> rows(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String part = page.substring(page.indexOf("## " + heading)).split("\n## ", 2)[0];
        return part.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .map(cells -> new Row(cells[0], cells[1], cells.length > 2 ? cells[2] : ""))
                .toList();
    }

    @Test
    void everyRequirementOfTheStandardStandsOnThePageOnce() throws IOException {
        List<String> standard = Files.readAllLines(STANDARD).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
        List<String> listed = new ArrayList<>();
        rows("Requirements that apply").forEach(row -> listed.add(row.number()));
        rows("Requirements that do not apply")
                .forEach(row -> listed.addAll(Arrays.asList(row.number().split(", "))));

        assertThat(standard).hasSize(253);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(standard);
        assertThat(rows("API Security Top 10 (2023)"))
                .extracting(Row::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> "API" + number)
                        .toList());
    }

    @Test
    void everyNamedTestExists() throws Exception {
        Map<String, Class<?>> tests = testClasses();
        for (Row row : allWithTests()) {
            if (UNTESTED.matcher(row.shown()).matches()
                    || NOT_OURS.matcher(row.shown()).matches()) {
                continue;
            }
            Matcher named = TEST.matcher(row.shown());
            assertThat(named.matches()).as(row.number()).isTrue();
            assertThat(tests).as(row.number()).containsKey(named.group(1));
            assertThat(isTest(tests.get(named.group(1)), named.group(2)))
                    .as("%s: %s", row.number(), row.shown())
                    .isTrue();
        }
    }

    private static List<Row> allWithTests() throws IOException {
        return Stream.concat(rows("Requirements that apply").stream(), rows("API Security Top 10 (2023)").stream())
                .toList();
    }

    private static boolean isTest(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(name)
                                && (method.isAnnotationPresent(Test.class)
                                        || method.isAnnotationPresent(ParameterizedTest.class)))
                || Stream.of(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(name) && field.isAnnotationPresent(ArchTest.class));
    }

    private static Map<String, Class<?>> testClasses() throws IOException, ClassNotFoundException {
        List<String> names;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            names = files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .toList();
        }
        Map<String, Class<?>> classes = new TreeMap<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, SecurityPageTest.class.getClassLoader());
            assertThat(classes.put(type.getSimpleName(), type))
                    .as(type.getSimpleName())
                    .isNull();
        }
        return classes;
    }

    @Test
    void atMostOneRequirementInTenHasNoTest() throws IOException {
        List<Row> rows = rows("Requirements that apply");
        long untested = rows.stream()
                .filter(row -> UNTESTED.matcher(row.shown()).matches())
                .count();

        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(100 * untested).isLessThanOrEqualTo((long) MOST_UNTESTED_PERCENT * rows.size());
    }
}
