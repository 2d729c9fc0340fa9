package org.macroedge.server.access.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.OidcSettings;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The public keys of an issuer, found by its discovery document (OpenID Connect Discovery 1.0, section 4).
///
/// Keys are kept for five minutes. A token that names an unknown key makes them be read again, so that a new key is
/// known at once, but not more than twice in 30 seconds, so that made-up names cannot make this server flood the
/// issuer. While the issuer is silent, the keys that it gave last are used for four hours.
final class IssuerKeys {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final int MOST_BYTES = 256 * 1024;
    private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final long WAIT_MILLIS = Duration.ofSeconds(15).toMillis();
    private static final long OUTAGE_MILLIS = Duration.ofHours(4).toMillis();

    /// Signatures that only the issuer can make: `none` is none, and who can check one of the HS family can make it.
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final URI issuer;
    private final Clock clock;
    private final ResourceRetriever retriever =
            new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES);
    private volatile @Nullable JWSKeySelector<SecurityContext> found;
    private @Nullable KeySourceException failure;
    private Instant restEnd = Instant.MIN;

    IssuerKeys(URI issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /// Chooses the key of a token.
    ///
    /// @throws KeySourceException where the issuer cannot be asked where its keys are
    JWSKeySelector<SecurityContext> selector() throws KeySourceException {
        JWSKeySelector<SecurityContext> known = found;
        return known == null ? find() : known;
    }

    /// Only the first token waits for the issuer, and those that come meanwhile. After a failure nobody waits for some
    /// seconds: tokens that anybody may send must not hold others up.
    private synchronized JWSKeySelector<SecurityContext> find() throws KeySourceException {
        JWSKeySelector<SecurityContext> known = found;
        if (known != null) {
            return known;
        }
        KeySourceException before = failure;
        if (before != null && clock.instant().isBefore(restEnd)) {
            throw before;
        }
        try {
            known = new JWSVerificationKeySelector<>(ALGORITHMS, source(keysAddress()));
            found = known;
            return known;
        } catch (KeySourceException silent) {
            failure = silent;
            restEnd = clock.instant().plus(RestedKeys.REST);
            throw silent;
        }
    }

    private JWKSource<SecurityContext> source(URI keys) throws KeySourceException {
        try {
            return JWKSourceBuilder.create(new RestedKeys(new URLBasedJWKSetSource<>(keys.toURL(), retriever), clock))
                    .cache(KEPT_MILLIS, WAIT_MILLIS)
                    .refreshAheadCache(false)
                    .rateLimited(false)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (IOException malformed) {
            throw new KeySourceException("its discovery document names no address of keys", malformed);
        }
    }

    private URI keysAddress() throws KeySourceException {
        String base = issuer.toString().replaceFirst("/$", "");
        try {
            JsonNode document = Json.mapper()
                    .readTree(retriever
                            .retrieveResource(URI.create(base + "/.well-known/openid-configuration")
                                    .toURL())
                            .getContent());
            if (!issuer.toString().equals(document.path("issuer").asString(""))) {
                throw new KeySourceException("its discovery document names another issuer");
            }
            URI keys = URI.create(document.path("jwks_uri").asString(""));
            if (!OidcSettings.isTrusted(keys)) {
                throw new KeySourceException("its discovery document names no encrypted address of keys");
            }
            return keys;
        } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
            throw new KeySourceException("its discovery document cannot be read", unreadable);
        }
    }
}
