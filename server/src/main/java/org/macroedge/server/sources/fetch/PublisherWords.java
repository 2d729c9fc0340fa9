package org.macroedge.server.sources.fetch;

import org.macroedge.server.platform.config.Secrets;
import org.macroedge.server.releases.profile.StorableText;

/// What a publisher says, made safe to show and to store.
public final class PublisherWords {

    private static final int LONGEST = 300;

    private PublisherWords() {}

    /// Without keys, without letters that cannot be stored, and cut.
    public static String safe(String words) {
        String safe = StorableText.of(Secrets.masked(words)); // before it is cut: half a key is not found again
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST) + "…";
    }
}
