package org.macroedge.server.access;

import org.macroedge.server.platform.config.AccessSettings;

/// What a browser lets the page do (Content Security Policy). Styles are inline because the controls and the charts add
/// style elements; scripts never are. Where people sign in, the page asks their issuer for tokens, and no one else.
///
/// @param text the value of the header
record PagePolicy(String text) {

    static PagePolicy of(AccessSettings settings) {
        String issuer = settings.signIn().map(oidc -> " " + oidc.origin()).orElse("");
        return new PagePolicy("default-src 'self'; script-src 'self'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
                + issuer + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    }
}
