package org.macroedge.server.releases;

/// Takes the id of a release apart: `indicator@local-release-date[.n]`.
public final class ReleaseId {

    private static final int DATE_LENGTH = "2021-09-03".length();

    private ReleaseId() {}

    /// The id of the indicator.
    public static String indicator(String releaseId) {
        return releaseId.substring(0, releaseId.indexOf('@'));
    }

    /// The local release date at first sight, as in `2021-09-03`.
    public static String date(String releaseId) {
        int start = releaseId.indexOf('@') + 1;
        return releaseId.substring(start, start + DATE_LENGTH);
    }
}
