package org.macroedge.server.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.tables.IndexTables;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.surprises.view.ReleaseContribution;

/// The read of one surprise index down to its releases.
final class IndexExplanationRead {

    private static final List<String> COLUMNS = ContributionColumns.after("index", "as_of");

    private IndexExplanationRead() {}

    static Read<IndexExplanation> of(String id, Supplier<IndexExplanation> local) {
        return new Read<>(
                "indices/" + id,
                Map.of(),
                IndexExplanation.class,
                local,
                answer -> answer.header().answer(),
                COLUMNS,
                answer -> answer.contributions().stream()
                        .map(contribution -> cells(answer, contribution))
                        .toList(),
                IndexTables::print);
    }

    private static List<@Nullable Object> cells(IndexExplanation answer, ReleaseContribution contribution) {
        return ContributionColumns.cells(
                contribution, answer.item().index(), answer.header().answer().asOf());
    }
}
