package org.macroedge.server.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.ShownText;

/// The secret that holds the keys of sources which are not in the environment. Its fields have the names of their
/// variables.
///
/// @param store where the secret is
/// @param folder the mount of a vault's engine; empty for AWS
/// @param name of the secret: its path within the mount, or its name or ARN
/// @param address of a vault; null for AWS
/// @param token of a vault; null where a file holds it
/// @param tokenFile null where the environment holds the token
public record KeyPlace(
        Store store,
        String folder,
        String name,
        @Nullable URI address,
        @Nullable String token,
        @Nullable Path tokenFile) {

    private static final Pattern VAULT = Pattern.compile("vault:([\\w.-]+)/([\\w./-]*[\\w.-])");
    private static final Pattern AWS = Pattern.compile("aws:([\\w/+=.@:-]{1,512})");

    /// The kinds of stores of secrets.
    public enum Store {
        /// HashiCorp Vault or OpenBao, engine KV version 2.
        VAULT,
        /// AWS Secrets Manager.
        AWS
    }

    static @Nullable KeyPlace of(Environment environment) {
        String text = environment.text(Variable.KEYS, "");
        Matcher vault = VAULT.matcher(text);
        Matcher aws = AWS.matcher(text);
        if (text.isEmpty()) {
            return null;
        }
        if (aws.matches()) {
            return new KeyPlace(Store.AWS, "", aws.group(1), null, null, null);
        }
        if (!vault.matches()) {
            throw SettingMessage.NOT_A_KEY_PLACE.exception(Variable.KEYS.key(), ShownText.of(text));
        }
        String token = environment.text(Variable.VAULT_TOKEN, "");
        String file = environment.text(Variable.VAULT_TOKEN_FILE, "");
        if (token.isEmpty() == file.isEmpty()) {
            throw SettingMessage.NOT_ONE_TOKEN.exception(
                    text, Variable.VAULT_TOKEN.key(), Variable.VAULT_TOKEN_FILE.key());
        }
        Secrets.keep(token);
        return new KeyPlace(
                Store.VAULT,
                vault.group(1),
                vault.group(2),
                address(environment, text),
                token.isEmpty() ? null : token,
                file.isEmpty() ? null : Path.of(file));
    }

    /// A token is sent there, so that only this machine is asked without encryption.
    private static URI address(Environment environment, String place) {
        String address = environment.text(Variable.VAULT_ADDRESS, "");
        if (!TrustedAddress.isServer(address)) {
            throw SettingMessage.NOT_A_VAULT.exception(place, Variable.VAULT_ADDRESS.key());
        }
        return URI.create(address);
    }

    /// As it was set, and without the token.
    @Override
    public String toString() {
        return store == Store.VAULT ? "vault:" + folder + "/" + name + " at " + address : "aws:" + name;
    }
}
