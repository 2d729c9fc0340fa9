package org.macroedge.server.ready;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/// The forms of a ready answer, of which a request gets one.
///
/// @param known what a client gets that has the plain answer
/// @param compressed null where the answer is so short that it is never compressed
/// @param knownCompressed what a client gets that has the compressed answer and takes it again
record ReadyForms(
        ReadyAnswer.Head head,
        ReadyForm plain,
        ReadyForm withoutBody,
        ReadyForm known,
        @Nullable ReadyForm compressed,
        ReadyForm knownCompressed) {

    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");

    static ReadyForms of(ReadyAnswer.Head head, byte[] plain, byte @Nullable [] gzip) {
        HttpFields common = common(head.cacheControl(), head.tag());
        HttpFields compressed = common(head.cacheControl(), head.compressedTag());
        ReadyForm whole = ReadyForm.whole(head.mediaType(), common, HttpFields.EMPTY, plain);
        return new ReadyForms(
                head,
                whole,
                whole.withoutBody(),
                ReadyForm.known(common),
                gzip == null ? null : ReadyForm.whole(head.mediaType(), compressed, HttpFields.from(GZIP), gzip),
                ReadyForm.known(compressed));
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
        String encodings = headers.get(HttpHeader.ACCEPT_ENCODING);
        HttpField condition = headers.getField(HttpHeader.IF_NONE_MATCH);
        return condition == null
                ? whole(isHead, encodings)
                : known(String.valueOf(condition.getValue()), !isHead && AcceptedEncodings.haveGzip(encodings));
    }

    /// The whole answer, or its head alone.
    ///
    /// @param encodings the header Accept-Encoding; null where there is none
    ReadyForm whole(boolean isHead, @Nullable String encodings) {
        if (isHead) {
            return withoutBody;
        }
        return compressed != null && AcceptedEncodings.haveGzip(encodings) ? compressed : plain;
    }

    private @Nullable ReadyForm known(String condition, boolean takesGzip) {
        if (condition.equals(head.tag())) {
            return known;
        }
        return takesGzip && condition.equals(head.compressedTag()) ? knownCompressed : null;
    }
}
