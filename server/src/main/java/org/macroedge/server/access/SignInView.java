package org.macroedge.server.access;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.AccessSettings;

/// How the reader of the page signs in. It is told to everyone, and has nothing that is secret.
///
/// @param access the code of the mode
/// @param issuer where people sign in; null where the page cannot sign anybody in
/// @param client as which the page asks the issuer; null where the page cannot sign anybody in
record SignInView(
        String access, @Nullable String issuer, @Nullable String client) {

    static SignInView of(AccessSettings settings) {
        String mode = settings.mode().code();
        return settings.signIn()
                .map(oidc -> new SignInView(mode, oidc.issuer().toString(), oidc.client()))
                .orElseGet(() -> new SignInView(mode, null, null));
    }
}
