package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;
import org.macroedge.server.soak.Soak;

/// The pages from a phone to the largest screens: nothing jumps while they load, nothing is wider than the window,
/// every text can be read, and a machine finds no fault of accessibility.
@Tag("system")
@Tag("seeded")
class PageLayoutTest {

    private static final Path AXE = Path.of("..", "ui", "node_modules", "axe-core", "axe.min.js");
    private static final String AS_OF = "?asOf=2021-09-03T13:00:00Z";
    private static final List<String> PATHS = List.of(
            "/",
            "/" + AS_OF,
            "/instruments/EURUSD",
            "/indicators/us-nonfarm-payrolls" + AS_OF,
            "/instruments/SPX" + AS_OF,
            "/indicators/us-cpi-mom",
            "/health",
            "/health" + AS_OF + "&records=sources",
            "/calendar" + AS_OF + "&view=both",
            "/heatmap" + AS_OF,
            "/regime" + AS_OF,
            "/correlation" + AS_OF);

    /// One of each kind.
    private static final List<String> ACCESSIBLE = List.of(
            PATHS.get(1),
            PATHS.get(2),
            PATHS.get(3),
            "/health?records=jobs",
            PATHS.get(8),
            PATHS.get(9),
            PATHS.get(10),
            PATHS.get(11));

    /// From a phone to a large screen in steps, with the common widths of notebooks and the last and first of each
    /// layout.
    private static final List<Integer> WIDTHS = IntStream.concat(
                    IntStream.iterate(
                            360, width -> width <= 1920, width -> width + Math.max(1, 1560 / Soak.rounds(13, 39))),
                    IntStream.of(
                            390, 419, 420, 719, 720, 768, 899, 900, 1023, 1024, 1199, 1359, 1366, 1439, 1536, 1599,
                            1799))
            .sorted()
            .distinct()
            .boxed()
            .toList();

    private static final int HEIGHT = 900;

    /// Charts take their size some frames after their page has it.
    private static final String FRAMES = "new Promise(done => { let left = 4;"
            + " const next = () => left-- > 0 ? requestAnimationFrame(next) : done(); next(); })";

    /// Google's bound for a good page is twice as much.
    private static final double MOST_SHIFTED = 0.05;

    private static final String OBSERVE = """
        window.shifted = 0;
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            window.shifted += entry.value;
            window.shifts.push(entry.value.toFixed(4) + ' ' + entry.sources.map(({node}) => node?.className).join(', '));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    /// Answers that take longer than the page waits for them show its frame first, and the banners move that. Here
    /// the page waits as long as it takes, so that no machine is too slow for this test.
    private static final String WAIT = """
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.shell[data-loading] > * { animation-delay: 1h !important; }');
        document.adoptedStyleSheets = [sheet];
        """;

    private static final String FAULTS = "axe.run().then(({violations}) =>"
            + " violations.map(({id, nodes}) => id + ': ' + nodes.slice(0, 2).map(({html}) => html)))";

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    @BeforeAll
    static void start() {
        assertThat(AXE).as("axe-core, installed by the build of the ui").exists();
        server = new SampleHome(folder).serve();
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() {
        pages.close();
        server.close();
    }

    /// A phone's, a notebook's, and in profile soak two more.
    static IntStream loadedAt() {
        return IntStream.of(360, 1280, 768, 1920).limit(Soak.rounds(2, 4));
    }

    @ParameterizedTest
    @MethodSource("loadedAt")
    void nothingJumpsAndNothingIsWiderThanTheWindow(int width) {
        List<String> faults = new ArrayList<>();
        for (String path : PATHS) {
            Page page = open(path, width, ColorScheme.LIGHT);
            String place = path + " at " + width + ": ";
            double shifted = ((Number) page.evaluate("window.shifted")).doubleValue();
            if (shifted >= MOST_SHIFTED) {
                faults.add(place + "shifted by " + shifted + " " + page.evaluate("window.shifts"));
            }
            int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (needed > width) {
                faults.add(place + "needs " + needed + " pixels");
            }
            page.context().close();
        }
        assertThat(faults).isEmpty();
    }

    /// Each width and each theme, and in profile soak each with each.
    static Stream<Arguments> looks() {
        return Stream.of(360, 1024, 1920)
                .flatMap(width -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .filter(scheme -> Soak.rounds(1, 2) == 2 || (scheme == ColorScheme.DARK) == (width == 1024))
                        .map(scheme -> Arguments.of(width, scheme)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aMachineFindsNoAccessibilityFault(int width, ColorScheme scheme) throws IOException {
        List<String> faults = new ArrayList<>();
        for (String path : ACCESSIBLE) {
            Page page = open(path, width, scheme);
            page.evaluate(Files.readString(AXE));
            ((List<?>) page.evaluate(FAULTS)).forEach(fault -> faults.add(path + ": " + fault));
            page.context().close();
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 8, 9, 10, 11})
    void noTextLiesOnAnotherOrIsCutToAFewCharacters(int index) throws IOException {
        String legible = legible();
        String path = PATHS.get(index);
        List<String> faults = new ArrayList<>();
        Page page = open(path, WIDTHS.getFirst(), ColorScheme.LIGHT);
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            page.evaluate(FRAMES);
            ((List<?>) page.evaluate(legible)).forEach(fault -> faults.add(path + " at " + width + ": " + fault));
        }
        page.context().close();
        assertThat(faults).isEmpty();
    }

    @Test
    void aTextThatIsCutAndOneThatLiesOnAnotherAreFound() throws IOException {
        Page page = pages.page(400, 400, ColorScheme.LIGHT);
        page.setContent("""
            <p style="width: 60px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap" class="cut">A long name</p>
            <p style="position: relative; height: 20px"><span style="position: absolute">Payrolls</span>
            <span style="position: absolute; left: 30px">corrected</span></p>
            <p style="width: 60px; overflow: auto; white-space: nowrap">Scrolls to its end</p>
            """);
        assertThat(page.evaluate(legible()))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .satisfiesExactlyInAnyOrder(
                        cut -> assertThat(cut).matches("\"A long name\" is cut to [3-7] characters in .cut"),
                        lies -> assertThat(lies).isEqualTo("\"Payrolls\" and \"corrected\" lie on one another"));
        page.context().close();
    }

    private static String legible() throws IOException {
        try (InputStream script = PageLayoutTest.class.getResourceAsStream("legible-text.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Page open(String path, int width, ColorScheme scheme) {
        Page page = pages.page(width, width < 720 ? 740 : HEIGHT, scheme);
        page.addInitScript(OBSERVE);
        page.addInitScript(WAIT);
        page.navigate(server.address().resolve(path).toString());
        assertThat(page.locator("main .card").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".ghost")).hasCount(0);
        return page;
    }
}
