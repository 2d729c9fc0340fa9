package org.macroedge.server.releases.derivation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ReportedRelease;

/// What a row says as text, equal for rows that say the same wherever they stand.
public final class StatementText {

    private StatementText() {}

    /// What a row says, for people.
    public static String shown(ReportedRelease row) {
        return row.title() + " " + row.instant() + " actual=" + plain(row.actual()) + " forecast="
                + plain(RowContent.forecast(row)) + " previous=" + plain(row.previous());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /// The text of a row, to compare it.
    public static String of(ReportedRelease row) {
        return row.indicator().id() + "|" + RowContent.text(row);
    }
}
