package org.macroedge.server.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.app.Server;

/// Every page in both themes on a phone, a laptop and a large screen, beside the picture that was approved for it.
/// Another Chromium draws letters differently, so its pictures must be approved anew.
@Tag("system")
class PagePicturesTest {

    private static final Map<String, String> PAGES = Map.of(
            "board", "/?asOf=2021-09-03T13:00:00Z",
            "instrument", "/instruments/EURUSD?asOf=2021-09-03T13:00:00Z",
            "thin", "/?asOf=2014-10-03T13:00:00Z",
            "unknown", "/instruments/EURUS");
    private static final Map<Integer, Integer> SIZES = Map.of(360, 740, 1280, 800, 1920, 1080);
    private static final double TOLERATED = 0.002;

    @TempDir
    static Path folder;

    private static Server server;
    private static BrowserPages pages;

    @BeforeAll
    static void start() {
        server = new SampleHome(folder).serve();
        pages = BrowserPages.open();
    }

    @AfterAll
    static void stop() {
        pages.close();
        server.close();
    }

    @Test
    void everyPageLooksLikeItsApprovedPicture() throws IOException {
        List<String> different = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : SIZES.keySet()) {
                for (String name : PAGES.keySet()) {
                    String picture = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    double difference = PictureComparison.difference(picture, picture(name, width, scheme));
                    if (difference > TOLERATED) {
                        different.add(picture + " differs in " + difference * 100 + " % of its pixels");
                    }
                }
            }
        }
        assertThat(different)
                .as("target/pictures has the differences; approve with -Dmacro-edge.write=true")
                .isEmpty();
    }

    private static byte[] picture(String name, int width, ColorScheme scheme) {
        Page page = pages.page(width, SIZES.get(width), scheme);
        page.navigate(server.address().resolve(PAGES.get(name)).toString());
        assertThat(page.locator("h1").first()).not().isEmpty();
        assertThat(page.locator(".ghost")).hasCount(0);
        page.evaluate("document.fonts.ready");
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        page.context().close();
        return png;
    }
}
