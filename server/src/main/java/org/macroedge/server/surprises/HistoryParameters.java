package org.macroedge.server.surprises;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the API says about the parameters of every history.
public final class HistoryParameters {

    private HistoryParameters() {}

    /// Start of the period.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "Start of the period, inclusive; by default a year before its end.")
    public @interface Start {}

    /// End of the period.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(description = "End of the period, inclusive; by default, and at the latest, asOf.")
    public @interface End {}

    /// The instants of its points.
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(
            description = "The daily close, 22:00 UTC from Monday to Friday, or every release instant.",
            example = "release",
            schema =
                    @Schema(
                            allowableValues = {"close", "release"},
                            defaultValue = "close"))
    public @interface Points {}
}
