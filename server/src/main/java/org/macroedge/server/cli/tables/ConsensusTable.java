package org.macroedge.server.cli.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.macroedge.engine.forecast.OwnForecastKind;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.cli.page.Column;
import org.macroedge.server.cli.page.Figure;
import org.macroedge.server.cli.page.Numbers;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Phrase;
import org.macroedge.server.cli.page.Table;
import org.macroedge.server.cli.page.Word;
import org.macroedge.server.surprises.view.ConsensusPath;
import org.macroedge.server.surprises.view.ConsensusPoint;
import org.macroedge.server.surprises.view.IndicatorReleases;
import org.macroedge.server.surprises.view.SourceError;
import org.macroedge.server.surprises.view.SourceRanking;

/// Who expected what, and who was how far off, for a reader.
public final class ConsensusTable {

    private static final String OWN =
            " naive, ar1 and arma11 are computed from the indicators' own earlier figures: the"
                    + " last one, and two models.";

    private ConsensusTable() {}

    private static boolean isOwn(SourceError source) {
        return Coded.find(OwnForecastKind.class, source.source()).isPresent();
    }

    /// Prints the sources by their error.
    public static void print(Page page, SourceRanking answer) {
        Heading.print(page, answer.header());
        if (answer.items().isEmpty()) {
            page.text("No forecast was captured before its release by then. Imported histories do not say when theirs"
                    + " were.");
            return;
        }
        ranking(page, answer.items());
    }

    private static void ranking(Page page, List<SourceError> sources) {
        Table table = new Table(
                "",
                List.of(
                        Column.words("source"),
                        Column.words("kind"),
                        Column.numbers("releases"),
                        Column.numbers("mean |e|"),
                        Column.numbers("bias")));
        sources.forEach(source -> table.row(
                List.of(
                        Word.of(source.source()),
                        Word.of(source.kind()),
                        Word.of(String.valueOf(source.releases())),
                        Word.of(Numbers.fraction(source.meanAbsoluteError())),
                        Word.of(Numbers.decimals(source.bias()))),
                source.ranked() ? List.of() : List.of(Phrase.of("too few to rank"))));
        table.print(page);
        page.line();
        page.text("e = (actual \u2212 forecast)/\u03c3 of the last forecast captured before the release; bias: the mean"
                + " of e, above 0 where actual values have been higher than the source expected."
                + (sources.stream().anyMatch(ConsensusTable::isOwn) ? OWN : ""));
    }

    /// Prints what was expected of the last release of an indicator and of its next one, and its sources by
    /// their error.
    static void print(Page page, IndicatorReleases answer) {
        Figure figure = new Figure(answer.unit(), answer.step());
        for (ConsensusPath path : answer.consensusPaths()) {
            if (path.points().stream().anyMatch(point -> point.from() != null || hasSpread(point))) {
                page.line();
                path(page, path, figure, answer.header().asOf());
            }
        }
        if (!answer.sourceErrors().isEmpty()) {
            page.line();
            ranking(page, answer.sourceErrors());
        }
    }

    private static void path(Page page, ConsensusPath path, Figure figure, Instant asOf) {
        boolean spreads = path.points().stream().anyMatch(ConsensusTable::hasSpread);
        Table table = new Table("", columns(spreads));
        table.section(Phrase.of("What was expected of "
                + page.times().full(path.releasedAt())
                + (path.actual() == null ? ", to come" : ", " + figure.published(path.actual()))));
        path.points().forEach(point -> table.row(cells(page, point, figure, asOf, spreads), remarks(point)));
        table.print(page);
    }

    private static boolean hasSpread(ConsensusPoint point) {
        return point.low() != null || point.high() != null || point.count() != null;
    }

    private static List<Column> columns(boolean spreads) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.words("from"), Column.words("to"), Column.numbers("expected"), Column.words("by")));
        if (spreads) {
            columns.addAll(3, List.of(Column.numbers("low"), Column.numbers("high"), Column.numbers("count")));
        }
        return columns;
    }

    private static List<Word> cells(Page page, ConsensusPoint point, Figure figure, Instant asOf, boolean spreads) {
        String value = figure.published(point.value());
        List<Word> cells = new ArrayList<>(List.of(
                Word.of(point.from() == null ? "imported" : page.times().instant(point.from(), asOf)),
                Word.of(point.until() == null ? "" : page.times().instant(point.until(), asOf)),
                point.stands() ? Word.strong(value) : Word.of(value),
                Word.of(point.source() + ", " + point.kind())));
        if (spreads) {
            cells.addAll(
                    3,
                    List.of(
                            Word.of(point.low() == null ? "" : figure.published(point.low())),
                            Word.of(point.high() == null ? "" : figure.published(point.high())),
                            Word.of(point.count() == null ? "" : String.valueOf(point.count()))));
        }
        return cells;
    }

    private static List<Phrase> remarks(ConsensusPoint point) {
        return point.stands() ? List.of(Phrase.of("stands")) : List.of();
    }
}
