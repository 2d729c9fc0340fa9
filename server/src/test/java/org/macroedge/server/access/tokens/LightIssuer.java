package org.macroedge.server.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.macroedge.server.platform.json.Json;

/// An issuer of tokens on this machine: its discovery document, its keys, and what else may come in its name.
public final class LightIssuer implements AutoCloseable {

    public static final String AUDIENCE = "macro-edge";

    private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");

    private final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();
    private final RSAKey stranger = rsa("first");
    private final ECKey curve = ec();
    private HttpServer server;
    private RSAKey key = rsa("first");
    private volatile boolean isBroken;
    private volatile boolean areKeysBroken;

    public LightIssuer(Clock clock) throws IOException {
        this.clock = clock;
        this.server = listen(0);
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        listening.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, document()));
        listening.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, areKeysBroken ? "no keys" : new JWKSet(List.of(key, curve)).toString());
        });
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isBroken ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String document() {
        return Json.text(Map.of("issuer", address().toString(), "jwks_uri", address() + "/keys"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// How often its keys were asked for.
    int asked() {
        return asked.get();
    }

    /// Whether it answers with errors.
    void setBroken(boolean broken) {
        isBroken = broken;
    }

    /// Whether it answers with something else in place of its keys.
    void setKeysBroken(boolean broken) {
        areKeysBroken = broken;
    }

    /// Withdraws its key and signs with a new one.
    void rotate() {
        key = rsa("second");
    }

    /// A token.
    ///
    /// @param changes of the claims of a good one; null removes a claim, and a time is in seconds from now
    /// @param signedBy `issuer`, `issuer-es256`, `stranger` (with the issuer's name of its key), `unknown` (a key
    /// that nobody has), `hs256` (by the public key), `none`, `changed` (after it was signed)
    public String token(Map<String, Object> changes, String signedBy) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss",
                address().toString(),
                "aud",
                List.of(AUDIENCE, "account"),
                "sub",
                "u1",
                "preferred_username",
                "anna",
                "iat",
                0,
                "exp",
                300,
                "roles",
                List.of("viewer")));
        claims.putAll(changes);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, TIMES.contains(name) ? time(value) : value));
        return text(set.build(), signedBy);
    }

    private Object time(Object seconds) {
        return seconds instanceof Number number ? Date.from(clock.instant().plusSeconds(number.longValue())) : seconds;
    }

    private String text(JWTClaimsSet claims, String signedBy) {
        try {
            return switch (signedBy) {
                case "issuer" -> signed(claims, JWSAlgorithm.RS256, "first", new RSASSASigner(key));
                case "issuer-es256" -> signed(claims, JWSAlgorithm.ES256, "curve", new ECDSASigner(curve));
                case "stranger" -> signed(claims, JWSAlgorithm.RS256, "first", new RSASSASigner(stranger));
                case "unknown" -> signed(claims, JWSAlgorithm.RS256, "unknown", new RSASSASigner(stranger));
                case "hs256" ->
                    signed(
                            claims,
                            JWSAlgorithm.HS256,
                            "first",
                            new MACSigner(key.toRSAPublicKey().getEncoded()));
                case "none" -> new PlainJWT(claims).serialize();
                case "changed" -> changed(text(claims, "issuer"));
                default -> throw new IllegalArgumentException(signedBy);
            };
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String name, JWSSigner signer)
            throws JOSEException {
        String id = name.equals("first") ? key.getKeyID() : name;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(id)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    /// With a claim of another token in its place.
    private String changed(String token) {
        String[] parts = token.split("\\.");
        String other = token(Map.of("roles", List.of("admin")), "issuer").split("\\.")[1];
        return parts[0] + "." + other + "." + parts[2];
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        } catch (JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// Answers nothing any more.
    @Override
    public void close() {
        server.stop(0);
    }
}
