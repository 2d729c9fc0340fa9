package org.macroedge.server.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What indicators must satisfy together, beside the form of each: who succeeds whom, and that each has a title.
///
/// A version that the store holds was in force under the rules of its time and is not checked again.
final class IndicatorRules {

    private static final String ID = "id";
    private static final String SUCCESSOR = "successor";
    private static final String VALID_FROM = "validFrom";
    private static final String VALID_TO = "validTo";

    private final Map<String, YamlEntry> byId = new HashMap<>();
    private final Map<String, String> predecessors = new HashMap<>();

    private IndicatorRules() {}

    /// Adds the faults of all indicators to those of the files.
    ///
    /// @param titled the indicators that a title supplies, null where the titles are not known
    static void check(List<YamlEntry> indicators, @Nullable TitledIndicators titled, CatalogueFiles files) {
        IndicatorRules rules = new IndicatorRules();
        files.checkAll(
                indicators, entry -> rules.byId.putIfAbsent(entry.field(ID).text(), entry));
        files.checkAll(indicators, IndicatorRules::validity);
        files.checkAll(indicators, rules::succession);
        if (titled != null) {
            files.checkAll(indicators, titled::check);
        }
    }

    private static void validity(YamlEntry indicator) {
        LocalDate from = date(indicator, VALID_FROM);
        LocalDate to = date(indicator, VALID_TO);
        if (from != null && to != null && to.isBefore(from)) {
            throw indicator.field(VALID_TO).failure(CatalogueMessage.ENDS_BEFORE_START, to, from);
        }
    }

    private void succession(YamlEntry indicator) {
        YamlEntry successor = indicator.fields().get(SUCCESSOR);
        YamlEntry next = successor == null ? null : byId.get(successor.text());
        if (successor == null || next == null) {
            return;
        }
        String id = indicator.field(ID).text();
        String other = predecessors.putIfAbsent(successor.text(), id);
        LocalDate end = date(indicator, VALID_TO);
        LocalDate start = date(next, VALID_FROM);
        if (other != null && !other.equals(id)) {
            throw successor.failure(CatalogueMessage.SECOND_SUCCESSOR, successor.text(), other);
        }
        if (end == null) {
            throw successor.failure(CatalogueMessage.SUCCESSOR_WITHOUT_END);
        }
        if (start == null || !start.isAfter(end)) {
            throw successor.failure(CatalogueMessage.SUCCESSOR_TOO_EARLY, successor.text(), id, end);
        }
    }

    private static @Nullable LocalDate date(YamlEntry indicator, String field) {
        return indicator.optional(field, YamlEntry::date);
    }
}
