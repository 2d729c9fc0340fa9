package org.macroedge.server.platform.config;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// The issuer whose tokens a server accepts (OpenID Connect).
///
/// @param issuer as its tokens name it, letter by letter
/// @param audience that a token for this server has
/// @param roleClaim the claim of a token that has the roles of its holder
/// @param client as which the page signs people in; null where it does not
public record OidcSettings(
        URI issuer,
        String audience,
        String roleClaim,
        @Nullable String client) {

    private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");
    private static final List<Variable> VARIABLES =
            List.of(Variable.OIDC_ISSUER, Variable.OIDC_AUDIENCE, Variable.OIDC_ROLES, Variable.OIDC_CLIENT);

    /// Refuses an issuer that nothing would ask: a server that is meant to be secured must not start unsecured.
    ///
    /// @throws MacroEdgeException with `setting-fault` where a variable of an issuer is set
    static void checkUnset(Environment environment, AccessSettings.Mode mode) {
        for (Variable variable : VARIABLES) {
            if (!environment.text(variable, "").isEmpty()) {
                throw SettingMessage.UNUSED_ISSUER.exception(
                        variable.key(), Variable.ACCESS.key(), mode.code(), AccessSettings.Mode.OIDC.code());
            }
        }
    }

    /// @throws MacroEdgeException with `setting-fault` where issuer or audience is missing or cannot be one
    static OidcSettings of(Environment environment) {
        String issuer = environment.text(Variable.OIDC_ISSUER, "");
        String audience = environment.text(Variable.OIDC_AUDIENCE, "");
        String claim = environment.text(Variable.OIDC_ROLES, "roles");
        if (!TrustedAddress.isPage(issuer) || !isAddress(issuer)) {
            throw SettingMessage.NOT_AN_ISSUER.exception(Variable.OIDC_ISSUER.key(), ShownText.of(issuer));
        }
        checkName(Variable.OIDC_AUDIENCE, audience);
        checkName(Variable.OIDC_ROLES, claim);
        return new OidcSettings(URI.create(issuer), audience, claim, client(environment));
    }

    private static @Nullable String client(Environment environment) {
        String client = environment.text(Variable.OIDC_CLIENT, "");
        if (client.isEmpty()) {
            return null;
        }
        checkName(Variable.OIDC_CLIENT, client);
        return client;
    }

    /// The origin of the issuer, where the page asks for tokens: scheme, host, and port where it is named.
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /// Whether what comes from an address is what its owner sent: only this machine is asked without encryption.
    public static boolean isTrusted(URI address) {
        return TrustedAddress.isPage(address.toString());
    }

    private static boolean isAddress(String text) {
        try {
            return URI.create(text).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void checkName(Variable variable, String text) {
        if (!NAME.matcher(text).matches()) {
            throw SettingMessage.NOT_A_NAME.exception(variable.key(), ShownText.of(text));
        }
    }
}
