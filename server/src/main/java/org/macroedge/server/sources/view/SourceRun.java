package org.macroedge.server.sources.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.releases.intake.ImportCounts;

/// What came of asking a source.
///
/// @param request the name of what was asked for; null where nothing was
/// @param state `stored`, `unchanged` (nothing new came), `understood` (a check), `fresh` (asked a moment ago), `off`,
/// `unable` (it has no history) or `failed`
/// @param code of the note, as docs/reference/problems.md lists it; null where there is none
/// @param note what is wrong, and what to do; null where all is well
/// @param retryAt before which the source is not asked again; null where it may be
/// @param batch the number of the import; null where nothing was stored
/// @param repeated rows that say what the source said before
/// @param counts of the rows that were read; null where none were
public record SourceRun(
        String source,
        @Nullable String request,
        String state,
        @Nullable String code,
        @Nullable String note,
        @Nullable Instant retryAt,
        @Nullable Long batch,
        long repeated,
        @Nullable ImportCounts counts) {

    public static final String STORED = "stored";
    public static final String UNCHANGED = "unchanged";
    public static final String UNDERSTOOD = "understood";
    public static final String FRESH = "fresh";
    public static final String OFF = "off";
    public static final String UNABLE = "unable";
    public static final String FAILED = "failed";

    /// A run that read nothing.
    public static SourceRun note(
            String source,
            @Nullable String request,
            String state,
            String code,
            String note,
            @Nullable Instant retryAt) {
        return new SourceRun(source, request, state, code, note, retryAt, null, 0, null);
    }

    /// Whether the source answered nothing that could be used.
    @JsonIgnore
    public boolean isFailure() {
        return state.equals(FAILED);
    }
}
