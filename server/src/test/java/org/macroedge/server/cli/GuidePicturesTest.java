package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macroedge.server.app.Server;

/// The pictures of the documentation show the pages of this version with the figures of the sample that their texts
/// quote. Where a page or a figure changes, a picture differs; `-Dmacro-edge.write=true` draws it anew.
@Tag("system")
class GuidePicturesTest {

    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

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

    @ParameterizedTest
    @CsvSource({
        "board, /?asOf=2021-09-03T13:00:00Z",
        "instrument, /instruments/SPX?asOf=2021-09-03T13:00:00Z",
        "release, /instruments/EURUSD?asOf=2021-09-03T13:00:00Z&release=us-nonfarm-payrolls@2021-09-03",
        "calendar, /calendar?asOf=2021-09-03T13:00:00Z"
    })
    void aPictureOfTheGuideShowsThePageOfToday(String name, String path) throws IOException {
        Page page = pages.page(WIDTH, HEIGHT, ColorScheme.LIGHT);
        page.navigate(server.address().resolve(path).toString());
        PlaywrightAssertions.assertThat(page.locator("main .card").first()).isVisible();

        double difference = PictureComparison.difference(IMAGES, name, SmallPicture.of(BrowserPages.picture(page)));

        assertThat(difference)
                .as(PictureComparison.HELP, pages.browser().version())
                .isLessThan(PictureComparison.TOLERATED);
        page.context().close();
    }
}
