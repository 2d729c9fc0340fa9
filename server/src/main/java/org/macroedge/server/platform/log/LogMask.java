package org.macroedge.server.platform.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.server.platform.config.Secrets;

/// Keeps out of the log what lets somebody in: what [Secrets] knows, API keys, tokens, and credentials of a header.
public final class LogMask {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b((?:Bearer|Basic)\\s+)[\\w.~+/=-]{6,}"
            + "|\\b(me_[0-9a-f]{8}_)[0-9a-f]+"
            + "|\\beyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?");

    private LogMask() {}

    /// A text without secrets. The visible part of an API key stays.
    public static String of(String text) {
        Matcher found = CREDENTIALS.matcher(Secrets.masked(text));
        return found.replaceAll(match -> Matcher.quoteReplacement(kept(match.group(1)) + kept(match.group(2)) + "***"));
    }

    private static String kept(String part) {
        return part == null ? "" : part;
    }
}
