package org.macroedge.server.platform.config;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// Who may ask a server, how much, and where it listens.
///
/// @param address a loopback address in the mode `local`
/// @param oidc the issuer whose tokens are accepted; null in other modes than `oidc`
public record AccessSettings(
        Mode mode, InetAddress address, @Nullable OidcSettings oidc, LimitSettings limits) {

    /// Who may ask a server.
    public enum Mode implements Coded {
        /// The user of this machine, who needs no key.
        LOCAL,
        /// Holders of keys.
        KEYS,
        /// Holders of keys and of tokens of an issuer.
        OIDC
    }

    private static final String LOOPBACK = "127.0.0.1";

    /// Pages and programs of this machine, at 127.0.0.1.
    static final AccessSettings DEFAULT =
            new AccessSettings(Mode.LOCAL, InetAddress.ofLiteral(LOOPBACK), null, LimitSettings.NONE);

    /// @throws MacroEdgeException with `setting-fault` for a server that anybody could ask
    public AccessSettings {
        if (mode == Mode.LOCAL && !address.isLoopbackAddress()) {
            throw SettingMessage.UNSECURED.exception(
                    Variable.ADDRESS.key(), address.getHostAddress(), Variable.ACCESS.key());
        }
    }

    /// The issuer at which the page signs people in; empty where it does not.
    public Optional<OidcSettings> signIn() {
        return Optional.ofNullable(oidc).filter(issuer -> issuer.client() != null);
    }

    static AccessSettings of(Environment environment) {
        Mode mode = mode(environment.text(Variable.ACCESS, Mode.LOCAL.code()));
        if (mode != Mode.OIDC) {
            OidcSettings.checkUnset(environment, mode);
        }
        return new AccessSettings(
                mode,
                address(environment.text(Variable.ADDRESS, LOOPBACK)),
                mode == Mode.OIDC ? OidcSettings.of(environment) : null,
                LimitSettings.of(environment, mode == Mode.LOCAL ? LimitSettings.NONE : LimitSettings.SECURED));
    }

    private static Mode mode(String code) {
        List<String> codes = Arrays.stream(Mode.values()).map(Mode::code).toList();
        if (!codes.contains(code)) {
            throw SettingMessage.NOT_AN_ACCESS.exception(
                    Variable.ACCESS.key(), ShownText.of(code), String.join(", ", codes));
        }
        return Coded.of(Mode.class, code);
    }

    /// A name would have to be looked up, and may mean another machine tomorrow.
    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException name) {
            throw SettingMessage.NOT_AN_ADDRESS.exception(Variable.ADDRESS.key(), ShownText.of(text));
        }
    }

    /// Whether a caller must say who it is.
    public boolean isSecured() {
        return mode != Mode.LOCAL;
    }

    /// The address at which this machine itself reaches the server, as it stands in a URL.
    public String ownHost() {
        if (address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        String host = address.getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
