package org.macroedge.server.access;

import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.access.keys.view.KeyState;
import org.macroedge.server.platform.config.AccessSettings;
import org.macroedge.server.platform.config.AccessSettings.Mode;
import org.macroedge.server.platform.config.OidcSettings;
import org.macroedge.server.platform.config.Variable;

/// Who may ask a server.
///
/// @param mode the code of the mode
/// @param issuer whose tokens are accepted; null where none are
/// @param keys how many keys are in force, whether they are asked for or not
public record AccessSummary(String mode, @Nullable String issuer, long keys) {

    /// Of a server with these settings, at this moment.
    public static AccessSummary of(AccessSettings settings, ApiKeys keys) {
        OidcSettings oidc = settings.oidc();
        long inForce = keys.list().items().stream()
                .filter(key -> key.state().equals(KeyState.IN_FORCE.code()))
                .count();
        return new AccessSummary(
                settings.mode().code(), oidc == null ? null : oidc.issuer().toString(), inForce);
    }

    /// In a sentence, with how to change it.
    public String text() {
        if (mode.equals(Mode.LOCAL.code())) {
            return "local: pages and programs of this machine may do everything, without a key; "
                    + Variable.ACCESS.key() + "=" + Mode.KEYS.code() + " asks for one";
        }
        String tokens = issuer == null ? "" : "a token of " + issuer + ", or ";
        return mode + ": each request needs " + tokens + "a key; " + inForce() + ", and `keys create` makes one";
    }

    private String inForce() {
        if (keys == 0) {
            return "none is in force";
        }
        return keys == 1 ? "1 is in force" : keys + " are in force";
    }
}
