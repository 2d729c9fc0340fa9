package org.macroedge.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.keys.KeyRing;
import org.macroedge.server.access.tokens.Tokens;
import org.macroedge.server.platform.config.AccessSettings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.web.Caller;

/// Tells who sends a request: in local mode always the user of this machine, in secured mode the holder of what the
/// header `Authorization` has.
final class Callers {

    private static final String HEADER = "Authorization";
    /// How almost every program begins it.
    private static final String USUAL = "Bearer ";

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*) *");

    private final AccessSettings settings;
    private final LocalSecret secret;
    private final KeyRing keys;
    private final @Nullable Tokens tokens;

    /// @param tokens null where tokens are not accepted
    Callers(AccessSettings settings, LocalSecret secret, KeyRing keys, @Nullable Tokens tokens) {
        this.settings = settings;
        this.secret = secret;
        this.keys = keys;
        this.tokens = tokens;
    }

    Origins origins() {
        return settings.isSecured() ? Origins.ANY : Origins.LOCAL;
    }

    /// Who sends a request; empty where it does not say so.
    ///
    /// @throws MacroEdgeException with `unauthorized` where what it says is not accepted
    Optional<Caller> of(HttpServletRequest request) {
        if (!settings.isSecured()) {
            return Optional.of(Caller.LOCAL);
        }
        List<String> headers = headers(request);
        return headers.isEmpty() ? Optional.empty() : Optional.of(holder(bearer(headers)));
    }

    /// Who sends a request, where memory tells; null where it does not, and where what it says is not accepted.
    ///
    /// @param authorization null where the request has no such header
    @Nullable
    Caller known(@Nullable String authorization) {
        if (!settings.isSecured()) {
            return Caller.LOCAL;
        }
        return authorization != null && authorization.startsWith(USUAL)
                ? keys.known(authorization, USUAL.length())
                : null;
    }

    private Caller holder(String sent) {
        if (secret.is(sent)) {
            return Caller.LOCAL;
        }
        return tokens == null || !Tokens.isToken(sent) ? keys.check(sent) : tokens.check(sent);
    }

    private static List<String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER));
    }

    private static String bearer(List<String> headers) {
        Matcher bearer = BEARER.matcher(headers.getFirst());
        if (headers.size() > 1 || !bearer.matches()) {
            throw AccessProblem.NOT_BEARER.exception();
        }
        return bearer.group(1);
    }
}
