package org.macroedge.server.access;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.limits.RequestLimits;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.Role;

/// Lets reads in before any filter is asked, by what this server holds in memory. It takes what almost every program
/// and page sends, as [AccessFilter] would, and leaves the rest to it: who is refused, or must be looked up, or has
/// used up the tokens that are here.
final class UsualReads implements HeldAccess {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String SAME_ORIGIN = "same-origin";
    private static final String HTTP = "http";

    private final Callers callers;
    private final RequestLimits limits;
    private final AnswerHead head;

    UsualReads(Callers callers, RequestLimits limits, AnswerHead head) {
        this.callers = callers;
        this.limits = limits;
        this.head = head;
    }

    /// The headers on which the decision depends.
    ///
    /// @param authorization null where there is none
    private record Sent(String host, @Nullable String authorization) {

        /// Null where they are not those of almost every request.
        static @Nullable Sent of(HttpFields headers) {
            String host = null;
            String authorization = null;
            for (HttpField field : headers) {
                HttpHeader name = field.getHeader();
                boolean isHost = name == HttpHeader.HOST;
                boolean isAuthorization = name == HttpHeader.AUTHORIZATION;
                boolean isSecond = isHost && host != null || isAuthorization && authorization != null;
                if (isSecond || name == HttpHeader.ORIGIN || isForeign(field)) {
                    return null;
                }
                host = isHost ? field.getValue() : host;
                authorization = isAuthorization ? field.getValue() : authorization;
            }
            return host == null ? null : new Sent(host, authorization);
        }

        private static boolean isForeign(HttpField field) {
            return field.is(FETCH_SITE) && !SAME_ORIGIN.equals(field.getValue());
        }
    }

    @Override
    public boolean admit(Request request, HttpFields.Mutable answer) {
        Sent sent = Sent.of(request.getHeaders());
        Caller caller = sent == null || !isOwn(sent.host(), request) ? null : callers.known(sent.authorization());
        if (caller == null || !caller.role().covers(Role.VIEWER) || !limits.takeHeld(caller, answer)) {
            return false;
        }
        head.begin(answer);
        return true;
    }

    private boolean isOwn(String host, Request request) {
        return callers.origins().acceptHost(host, Request.getLocalPort(request))
                && host.equals(request.getHttpURI().getAuthority())
                && HTTP.equals(request.getHttpURI().getScheme());
    }
}
