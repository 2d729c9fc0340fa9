package org.macroedge.server.alerts.rules;

import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.Region;

/// What a rule is limited to; at most one of the three is given.
///
/// @param instrument its id
/// @param indicator its id
public record AlertScope(
        @Nullable String instrument,
        @Nullable String indicator,
        @Nullable Region region) {

    /// Everything.
    public static final AlertScope ALL = new AlertScope(null, null, null);

    /// What it is limited to, as the definition of a rule has it: it is stored, and must not change.
    String text() {
        return "instrument=" + instrument + " indicator=" + indicator + " region="
                + (region == null ? null : region.code());
    }

    /// Whether it contains an instrument.
    public boolean hasInstrument(String id) {
        return instrument == null || instrument.equals(id);
    }

    /// Whether it contains an indicator.
    public boolean hasIndicator(Indicator other) {
        return hasIndicator(other.id().value(), other.region().code());
    }

    /// As for an indicator, by its id and the code of its region.
    public boolean hasIndicator(String id, String regionCode) {
        return (indicator == null || indicator.equals(id)) && hasRegion(regionCode);
    }

    /// Whether it contains a region.
    public boolean hasRegion(String code) {
        return region == null || region.code().equals(code);
    }
}
