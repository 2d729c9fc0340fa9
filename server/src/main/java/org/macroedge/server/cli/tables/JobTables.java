package org.macroedge.server.cli.tables;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.jobs.view.JobItem;
import org.macroedge.server.jobs.view.JobList;
import org.macroedge.server.jobs.view.JobRunItem;
import org.macroedge.server.jobs.view.JobRunList;

/// Jobs and their runs, for a reader.
public final class JobTables {

    private static final int INDENT = 2;

    private JobTables() {}

    /// Prints when each job runs, and its latest run.
    public static void print(Page page, JobList answer) {
        page.text("Times in " + page.times().name() + ".");
        for (JobItem item : answer.items()) {
            page.line();
            print(page, item);
        }
    }

    /// Prints one job.
    public static void print(Page page, JobItem item) {
        page.phrases(List.of(Phrase.of(item.name()), Phrase.of(item.description())), 0);
        page.phrases(List.of(Phrase.of("runs " + runs(page.times(), item))), INDENT);
        JobRunItem last = item.last();
        page.phrases(List.of(Phrase.of(last == null ? "never ran" : "last run " + text(page.times(), last))), INDENT);
    }

    private static String runs(Times times, JobItem item) {
        String schedule = item.schedule() == null ? "" : "at " + item.schedule();
        String after = item.after().isEmpty() ? "" : "after " + String.join(", ", item.after());
        String when = schedule.isEmpty() && after.isEmpty()
                ? "by hand"
                : schedule + (schedule.isEmpty() || after.isEmpty() ? "" : ", and ") + after;
        if (item.paused()) {
            return "by hand only: paused (otherwise " + when + ")";
        }
        return when + (item.next() == null ? "" : "; next " + times.full(item.next()));
    }

    private static String text(Times times, JobRunItem run) {
        return times.full(run.startedAt()) + ": " + run.outcome() + (run.result() == null ? "" : ", " + run.result());
    }

    private static String took(Instant start, Instant end) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(start, end).toMillis() / 1_000.0);
    }

    /// Prints runs, latest first.
    public static void print(Page page, JobRunList answer) {
        Table table = new Table(
                "result",
                List.of(
                        Column.numbers("run"),
                        Column.words("job"),
                        Column.words("started"),
                        Column.words("why"),
                        Column.words("outcome"),
                        Column.numbers("took")));
        answer.items()
                .forEach(run -> table.row(
                        List.of(
                                Word.of(String.valueOf(run.number())),
                                Word.of(run.job()),
                                Word.of(page.times().full(run.startedAt())),
                                Word.of(run.attempt() == 1 ? run.trigger() : run.trigger() + " " + (run.attempt() - 1)),
                                Word.of(run.outcome()),
                                Word.of(run.endedAt() == null ? "" : took(run.startedAt(), run.endedAt()))),
                        run.result() == null ? List.of() : List.of(Phrase.of(run.result()))));
        table.print(page);
        if (answer.items().isEmpty()) {
            page.text("No job has run yet.");
        }
    }
}
