package org.macroedge.server.alerts.channels;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs webhooks by the scheme of Standard Webhooks (standardwebhooks.com): HMAC-SHA256 of `id.timestamp.body`, so
/// that a receiver knows who sent a message, that it is whole, and when it was sent. Immutable.
public final class WebhookSigning {

    /// What every secret begins with.
    static final String PREFIX = "whsec_";

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSigning(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param secret `whsec_` and 24 to 64 bytes in base64
    /// @throws IllegalArgumentException for another text, which the message does not repeat
    public static WebhookSigning of(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a secret has " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return new WebhookSigning(key);
    }

    /// The header `Webhook-Signature`.
    ///
    /// @param timestamp in seconds, as the header `Webhook-Timestamp` has it
    String signature(String id, long timestamp, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
