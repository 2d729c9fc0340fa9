package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macroedge.server.app.Server;

/// The pages from a phone to the largest screens: nothing jumps while they load, nothing is wider than the window, and
/// a machine finds no fault of accessibility.
@Tag("system")
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
            "/health" + AS_OF + "&records=sources");

    /// One of each kind.
    private static final List<String> ACCESSIBLE =
            List.of(PATHS.get(1), PATHS.get(2), PATHS.get(3), "/health?records=jobs");

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

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1024, 1280, 1920, 2560})
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

    @ParameterizedTest
    @ValueSource(ints = {360, 1024, 1280, 1920, 2560})
    void aMachineFindsNoAccessibilityFaultInEitherTheme(int width) throws IOException {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String path : ACCESSIBLE) {
                Page page = open(path, width, scheme);
                page.evaluate(Files.readString(AXE));
                ((List<?>) page.evaluate(FAULTS)).forEach(fault -> faults.add(path + ", " + scheme + ": " + fault));
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Page open(String path, int width, ColorScheme scheme) {
        Page page = pages.page(width, width < 720 ? 740 : 900, scheme);
        page.addInitScript(OBSERVE);
        page.addInitScript(WAIT);
        page.navigate(server.address().resolve(path).toString());
        assertThat(page.locator("main .card").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator(".ghost")).hasCount(0);
        return page;
    }
}
