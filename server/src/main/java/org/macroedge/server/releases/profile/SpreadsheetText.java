package org.macroedge.server.releases.profile;

import java.util.regex.Pattern;

/// Texts that begin like a formula of a spreadsheet, in files that were written so that a spreadsheet does not run
/// them: with an apostrophe before them, as our own exports and the guides on CSV injection do.
public final class SpreadsheetText {

    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r\\n]");

    private SpreadsheetText() {}

    /// The text without its apostrophe; other texts as they are.
    public static String unguarded(String text) {
        return text.startsWith("'") && GUARDED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}
