package org.macroedge.server.access.tokens;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps an issuer from being asked for its keys too often. Tokens of unknown keys make it be asked twice in 30 seconds
/// at most; while it does not answer, every five seconds, and those in between fail as the last one did. The limit of
/// the library does not tell these apart, so that a silent issuer would pass for a wrong signature. Thread-safe.
final class RestedKeys extends JWKSetSourceWrapper<SecurityContext> {

    /// So long nobody asks again after a failure.
    static final Duration REST = Duration.ofSeconds(5);

    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int QUESTIONS = 2;

    private final Clock clock;
    private Instant periodEnd = Instant.MIN;
    private int asked;
    private @Nullable KeySourceException failure;
    private Instant restEnd = Instant.MIN;

    RestedKeys(JWKSetSource<SecurityContext> issuer, Clock clock) {
        super(issuer);
        this.clock = clock;
    }

    /// @throws RateLimitReachedException where the issuer answered last and was asked twice a short time before
    /// @throws KeySourceException where it does not answer
    @Override
    public synchronized JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        Instant now = clock.instant();
        KeySourceException last = failure;
        if (last != null && now.isBefore(restEnd)) {
            throw last;
        }
        if (!now.isBefore(periodEnd)) {
            periodEnd = now.plus(PERIOD);
            asked = 0;
        }
        if (last == null && asked == QUESTIONS) {
            throw new RateLimitReachedException();
        }
        return ask(refresh, currentTime, context);
    }

    private JWKSet ask(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            JWKSet keys = getSource().getJWKSet(refresh, currentTime, context);
            asked++;
            failure = null;
            return keys;
        } catch (KeySourceException silent) {
            failure = silent;
            restEnd = clock.instant().plus(REST);
            throw silent;
        }
    }
}
