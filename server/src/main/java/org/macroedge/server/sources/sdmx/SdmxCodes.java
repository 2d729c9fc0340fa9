package org.macroedge.server.sources.sdmx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Frequency;
import org.macroedge.server.sources.SourceFault;
import org.macroedge.server.sources.series.JsonFields;

/// The texts of frequencies and figures, which are the same in all forms of SDMX.
public final class SdmxCodes {

    private static final String NOT_A_NUMBER = "NaN";

    private SdmxCodes() {}

    /// @param code of a frequency; null where a series has none
    /// @throws SourceFault where it is none of a month, a quarter or a day
    public static Frequency frequency(@Nullable String code) {
        return switch (code) {
            case "M" -> Frequency.MONTHLY;
            case "Q" -> Frequency.QUARTERLY;
            case "D", "B" -> Frequency.IRREGULAR;
            case null -> throw SourceFault.notUnderstood("a series has no frequency");
            default -> throw SourceFault.notUnderstood("frequency \"" + code + "\"");
        };
    }

    /// @param text of a figure
    /// @return null where it is missing: no text, an empty one or `NaN`
    /// @throws SourceFault where it is no number
    public static @Nullable BigDecimal figure(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals(NOT_A_NUMBER) ? null : JsonFields.number(text);
    }
}
