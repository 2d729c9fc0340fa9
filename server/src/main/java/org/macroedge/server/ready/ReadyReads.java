package org.macroedge.server.ready;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// Which requests have ready answers: the reads that are asked for most, without any parameter, in the form in which
/// ordinary clients send them. Every other request is left to the controllers, whose answer is the same.
final class ReadyReads {

    /// Their number bounds what is held.
    static final Set<String> ADDRESSES = Set.of(
            "/api/v1/bias/summary",
            "/api/v1/board",
            "/api/v1/calendar",
            "/api/v1/heatmap",
            "/api/v1/indices",
            "/api/v1/regimes");

    /// Of a request that can have a ready answer: its address.
    static final String ATTRIBUTE = ReadyReads.class.getName();

    private static final Set<String> METHODS = Set.of(HttpMethod.GET.name(), HttpMethod.HEAD.name());

    /// What programs and pages accept, where the answer is JSON without doubt.
    private static final Set<String> ACCEPTED =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    /// Headers that a read without a body seldom has, and that the controllers know what to do with.
    private static final Set<HttpHeader> UNUSUAL = EnumSet.of(
            HttpHeader.CONTENT_LENGTH,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.EXPECT,
            HttpHeader.RANGE,
            HttpHeader.IF_MATCH,
            HttpHeader.IF_MODIFIED_SINCE,
            HttpHeader.IF_UNMODIFIED_SINCE);

    private ReadyReads() {}

    /// The address of a request that can have a ready answer; null for any other request.
    static @Nullable String address(String method, HttpURI uri, HttpFields headers) {
        String path = uri.getPath();
        return path != null
                        && ADDRESSES.contains(path)
                        && uri.getQuery() == null
                        && METHODS.contains(method)
                        && isUsual(headers)
                ? path
                : null;
    }

    private static boolean isUsual(HttpFields headers) {
        boolean isAcceptKnown = false;
        for (HttpField field : headers) {
            HttpHeader name = field.getHeader();
            if (name == HttpHeader.ACCEPT) {
                if (isAcceptKnown || !ACCEPTED.contains(field.getValue())) {
                    return false;
                }
                isAcceptKnown = true;
            } else if (name != null && UNUSUAL.contains(name)) {
                return false;
            }
        }
        return true;
    }
}
