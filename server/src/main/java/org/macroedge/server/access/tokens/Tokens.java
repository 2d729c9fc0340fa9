package org.macroedge.server.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.OidcSettings;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.CallerKind;
import org.macroedge.server.platform.web.Role;

/// Tells whom a token of the issuer was issued to, and what its holder may do.
///
/// It follows RFC 8725: the algorithms are ours, not the token's; issuer, audience and expiry are required.
public final class Tokens {

    /// By so much may the clocks of issuer and server differ.
    static final Duration SKEW = Duration.ofSeconds(60);

    /// What a header may say of the kind of token: nothing, or that it is one (RFC 7519, RFC 9068).
    private static final JOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null);

    private final OidcSettings settings;
    private final IssuerKeys keys;
    private final RoleClaim roles;
    private final Clock clock;

    Tokens(OidcSettings settings, IssuerKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.roles = new RoleClaim(settings.roleClaim());
        this.clock = clock;
    }

    /// Tokens of an issuer; its keys are read when the first token comes.
    public static Tokens of(OidcSettings settings, Clock clock) {
        return new Tokens(settings, new IssuerKeys(settings.issuer(), clock), clock);
    }

    /// Whether a text has the form of a token, parts with dots between them, which no key has.
    public static boolean isToken(String text) {
        return text.indexOf('.') >= 0;
    }

    /// Who sends a token.
    ///
    /// @throws MacroEdgeException with `unauthorized` where it is not accepted, with `forbidden` where it has no
    /// role, with `unavailable` where the issuer's keys are not known
    public Caller check(String text) {
        JWTClaimsSet claims = verified(text);
        checkIssuer(claims);
        Instant until = checkedEnd(claims);
        String name = name(claims);
        Role role = roles.highest(claims.getClaims())
                .orElseThrow(() -> TokenProblem.NO_ROLE.exception(name, settings.issuer(), settings.roleClaim()));
        return new Caller(CallerKind.TOKEN, name, role, until);
    }

    private JWTClaimsSet verified(String text) {
        SignedJWT token = parsed(text);
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(keys.selector());
            processor.setJWSTypeVerifier(TYPES);
            processor.setJWTClaimsSetVerifier((claims, context) -> {}); // in our words, and by our clock
            return processor.process(token, null);
        } catch (RateLimitReachedException unknown) { // its key was looked for twice a short time before
            throw TokenProblem.SIGNATURE.causedBy(unknown, settings.issuer());
        } catch (KeySourceException silent) {
            throw TokenProblem.ISSUER_SILENT.causedBy(silent, settings.issuer(), reason(silent));
        } catch (BadJOSEException | JOSEException refused) {
            throw TokenProblem.SIGNATURE.causedBy(refused, settings.issuer());
        }
    }

    private static String reason(KeySourceException fault) {
        return String.valueOf(fault.getMessage());
    }

    /// A token without a signature is none, whatever its header says.
    private static SignedJWT parsed(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            token.getJWTClaimsSet();
            return token;
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw TokenProblem.UNREADABLE.causedBy(unreadable);
        }
    }

    private void checkIssuer(JWTClaimsSet claims) {
        if (!settings.issuer().toString().equals(claims.getIssuer())) {
            throw TokenProblem.OTHER_ISSUER.exception(settings.issuer());
        }
        if (!claims.getAudience().contains(settings.audience())) {
            throw TokenProblem.OTHER_AUDIENCE.exception(settings.issuer(), settings.audience());
        }
    }

    /// From when on a token that is in force now is not accepted any more.
    private Instant checkedEnd(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null) {
            throw TokenProblem.ENDLESS.exception(settings.issuer());
        }
        Instant expiry = claims.getExpirationTime().toInstant();
        Instant end = expiry.plus(SKEW);
        if (!now.isBefore(end)) {
            throw TokenProblem.EXPIRED.exception(expiry);
        }
        Stream.of(claims.getNotBeforeTime(), claims.getIssueTime())
                .filter(time -> time != null && isAhead(time, now))
                .findFirst()
                .ifPresent(time -> {
                    throw TokenProblem.NOT_YET.exception(time.toInstant(), settings.issuer());
                });
        return end;
    }

    private static boolean isAhead(Date time, Instant now) {
        return now.plus(SKEW).isBefore(time.toInstant());
    }

    /// The name by which people know the holder, where the token has one, and the subject, which never changes.
    private String name(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (subject == null || subject.isBlank()) {
            throw TokenProblem.NOBODY.exception(settings.issuer());
        }
        String name = text(claims.getClaim("preferred_username"));
        return name.isBlank() ? ShownText.of(subject) : ShownText.of(name) + " (" + ShownText.of(subject) + ")";
    }

    private static String text(@Nullable Object claim) {
        return claim instanceof String text ? text : "";
    }
}
