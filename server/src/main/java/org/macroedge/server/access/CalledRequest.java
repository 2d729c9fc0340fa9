package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.web.Caller;

/// A request whose caller is known, or which says nothing of one, with the address that it comes from behind proxies.
///
/// A TRACE goes under a name that no servlet answers by itself. The answer to TRACE would repeat the request with its
/// headers; like any other method that an address does not have, it gets status 405.
final class CalledRequest extends HttpServletRequestWrapper {

    private static final String TRACE = "TRACE";

    private final @Nullable Caller caller;
    private final String address;

    CalledRequest(HttpServletRequest request, Optional<Caller> caller, String address) {
        super(request);
        this.caller = caller.orElse(null);
        this.address = address;
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return caller == null ? null : caller.name();
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getMethod() {
        String method = super.getMethod();
        return method.equals(TRACE) ? TRACE.toLowerCase(Locale.ROOT) : method;
    }
}
