package org.macroedge.server.ready;

import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/// The forms of a ready answer, of which a request gets one.
///
/// @param known by ETag, what a client gets that has the answer
/// @param compressed null where the answer is so short that it is never compressed
record ReadyForms(
        Map<String, ReadyForm> known,
        ReadyForm plain,
        ReadyForm withoutBody,
        @Nullable ReadyForm compressed) {

    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");

    static ReadyForms of(ReadyAnswer.Head head, byte[] plain, byte @Nullable [] gzip) {
        HttpFields common = common(head.cacheControl(), head.tag());
        HttpFields compressed = common(head.cacheControl(), head.compressedTag());
        ReadyForm whole = ReadyForm.whole(head.mediaType(), common, HttpFields.EMPTY, plain);
        ReadyForm known = ReadyForm.known(common);
        return new ReadyForms(
                Map.of(head.tag(), known, head.compressedTag(), known),
                whole,
                whole.withoutBody(),
                gzip == null ? null : ReadyForm.whole(head.mediaType(), compressed, HttpFields.from(GZIP), gzip));
    }

    private static HttpFields common(String cacheControl, String tag) {
        return HttpFields.from(
                new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, cacheControl),
                new PreEncodedHttpField(HttpHeader.ETAG, tag),
                VARY);
    }

    /// The form that a request gets; null where it has a condition that takes more than a look.
    @Nullable
    ReadyForm of(boolean isHead, HttpFields headers) {
        HttpField condition = headers.getField(HttpHeader.IF_NONE_MATCH);
        if (condition != null) {
            return known.get(condition.getValue());
        }
        if (isHead) {
            return withoutBody;
        }
        return compressed != null && AcceptedEncodings.haveGzip(headers.get(HttpHeader.ACCEPT_ENCODING))
                ? compressed
                : plain;
    }
}
