package org.macroedge.server.cli.tables;

import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.bias.view.RunHeader;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.cli.page.Style;
import org.macroedge.server.cli.page.Times;
import org.macroedge.server.surprises.view.AnswerHeader;

/// What a reader must know before any number.
public final class Heading {

    /// What every answer from the sample says.
    public static final String SAMPLE =
            "Sample data, 2014 to 2021. This is not today's market. `import calendar` brings your own.";

    private static final int SHOWN_OF_ID = 12;

    private Heading() {}

    /// The header of an answer without its run.
    public static AnswerHeader of(RunHeader run) {
        return new AnswerHeader(run.asOf(), run.stale(), run.sampleOnly());
    }

    /// That the figures are the sample's, or that they are old; empty where neither is so.
    public static List<String> warnings(AnswerHeader header, Times times) {
        List<String> warnings = new ArrayList<>();
        if (header.sampleOnly()) {
            warnings.add(SAMPLE);
        }
        if (header.stale()) {
            warnings.add("Stale: nothing has arrived since " + times.full(header.asOf()) + " " + times.name()
                    + ". Answers are as of then, not as of today.");
        }
        return warnings;
    }

    /// Prints the heading of an answer that no weight set affects.
    public static void print(Page page, AnswerHeader header) {
        print(page, header, "");
    }

    /// Prints the heading of a run.
    public static void print(Page page, RunHeader run) {
        print(
                page,
                of(run),
                "; weights " + weights(run.weightSet(), run.weightsPrior()) + ", formula " + run.formula() + ", run "
                        + run.runId().substring(0, SHOWN_OF_ID));
    }

    /// The name of a weight set, and that it is a prior where it is one.
    static String weights(String weightSet, boolean weightsPrior) {
        return weightsPrior ? weightSet + " (prior)" : weightSet;
    }

    private static void print(Page page, AnswerHeader header, String run) {
        warnings(header, page.times()).forEach(warning -> page.text(warning, Style.TROUBLE));
        page.text("As of " + page.times().full(header.asOf()) + ", times in "
                + page.times().name() + run + ".");
        page.line();
    }
}
