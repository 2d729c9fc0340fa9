package org.macroedge.server.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.TerminalText;
import org.macroedge.server.releases.intake.ImportCounts;
import org.macroedge.server.sources.view.SeriesItem;
import org.macroedge.server.sources.view.SeriesList;
import org.macroedge.server.sources.view.SourceItem;
import org.macroedge.server.sources.view.SourceList;
import org.macroedge.server.sources.view.SourceRun;
import org.macroedge.server.sources.view.SourceRuns;

/// Writes sources and what came of asking them, for readers.
final class SourcesTable {

    private static final int INDENT = 2;

    private SourcesTable() {}

    /// Every source with its state, and what a reader should know of it.
    static void list(Page page, SourceList sources) {
        for (SourceItem item : sources.items()) {
            page.text(item.source() + ": " + item.name() + " (" + item.state() + ")");
            line(page, "", item.note());
            line(page, "gives ", item.gives());
            line(page, "last understood ", lag(item));
            line(
                    page,
                    "next figure due: asked at ",
                    item.nextLookAt() == null ? null : String.valueOf(item.nextLookAt()));
            line(page, "last fault ", item.faultText() == null ? null : item.faultedAt() + ": " + item.faultText());
            line(page, "key ", key(item));
            line(page, "limit ", item.limit());
            line(page, "terms ", item.attribution() + (item.termsAddress() == null ? "" : ", " + item.termsAddress()));
            line(page, "", item.triedLive() ? null : "not tried live: read from recorded or documented answers only");
        }
    }

    private static void line(Page page, String field, @Nullable String text) {
        if (text != null) {
            page.phrases(List.of(Phrase.of(field + TerminalText.of(text))), INDENT);
        }
    }

    private static String lag(SourceItem item) {
        return item.understoodAt() == null || item.lagSeconds() == null
                ? "never"
                : item.understoodAt() + ", " + text(Duration.ofSeconds(item.lagSeconds())) + " ago";
    }

    private static String text(Duration lag) {
        if (lag.toDays() > 1) {
            return lag.toDays() + " days";
        }
        return lag.toHours() > 1 ? lag.toHours() + " hours" : lag.toMinutes() + " minutes";
    }

    private static String key(SourceItem item) {
        if (item.keyVariable() == null) {
            return "none is needed";
        }
        String set = item.keySet() ? "is set" : item.keyRequired() ? "is needed" : "is not set, and not needed";
        return item.keyVariable() + " " + set;
    }

    /// A paragraph for each series.
    static void series(Page page, SeriesList series) {
        for (SeriesItem item : series.items()) {
            page.text(item.indicator() + ": " + item.source() + " " + item.key());
            line(
                    page,
                    "reaches ",
                    item.period() == null ? "nothing yet" : item.period() + ", known from " + item.knownAt());
            line(page, "last answered ", item.answeredAt() == null ? "never" : String.valueOf(item.answeredAt()));
            line(page, "last fault ", item.faultText() == null ? null : item.faultedAt() + ": " + item.faultText());
        }
        if (series.items().isEmpty()) {
            page.text("No official series: the source gives a calendar or prices.");
        }
    }

    /// One line for each request.
    static void runs(Page page, SourceRuns runs) {
        for (SourceRun run : runs.items()) {
            String request = run.request() == null ? "" : " " + run.request();
            page.text(run.source() + request + ": " + run.state() + counts(run));
            line(page, "", run.note());
        }
    }

    private static String counts(SourceRun run) {
        ImportCounts counts = run.counts();
        if (counts == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        add(parts, counts.imported(), "new");
        add(parts, counts.corrected(), "corrected");
        add(parts, counts.revised(), "revised");
        add(parts, run.repeated() + counts.unchanged(), "known");
        add(parts, counts.unmapped(), "of other figures");
        add(parts, counts.quarantined(), "set aside");
        String batch = run.batch() == null ? "" : "; import " + run.batch();
        return parts.isEmpty() ? batch : " (" + String.join(", ", parts) + ")" + batch;
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
