package org.macroedge.server.sources.fetch;

import org.jspecify.annotations.Nullable;

/// What a server gave with an answer to recognise it by, so that the same answer need not be sent again.
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);

    private static final int LONGEST = 500;

    public Validators {
        etag = etag != null && etag.length() > LONGEST ? null : etag;
        lastModified = lastModified != null && lastModified.length() > LONGEST ? null : lastModified;
    }
}
