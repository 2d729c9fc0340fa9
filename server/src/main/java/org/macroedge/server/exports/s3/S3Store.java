package org.macroedge.server.exports.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macroedge.server.platform.config.TrustedAddress;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.hash.Sha256;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// S3, or a store that speaks its protocol. Region, credentials and endpoint are those that AWS's own programs use.
public final class S3Store implements AutoCloseable {

    /// The most that S3 takes in one request, which alone is stored whole or not at all.
    private static final long MOST_BYTES = 5_000_000_000L;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int PRECONDITION_FAILED = 412;

    private final DefaultCredentialsProvider credentials;
    private final S3Client client;
    private final long most;

    private S3Store(DefaultCredentialsProvider credentials, S3Client client, long most) {
        this.credentials = credentials;
        this.client = client;
        this.most = most;
    }

    /// Reads the settings.
    ///
    /// @throws MacroEdgeException with `setting-fault` where one is missing or must not be used
    public static S3Store open() {
        return open(MOST_BYTES);
    }

    static S3Store open(long most) {
        DefaultCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        try {
            credentials.resolveCredentials();
            return new S3Store(credentials, client(credentials), most);
        } catch (MacroEdgeException refused) {
            credentials.close();
            throw refused;
        } catch (RuntimeException unusable) { // of an endpoint without a scheme, the library says only that it is null
            credentials.close();
            throw S3Message.NO_SETTINGS.exception();
        }
    }

    /// Most stores other than that of AWS have no host of its own for each bucket.
    private static S3Client client(DefaultCredentialsProvider credentials) {
        S3Client client = client(credentials, false);
        Optional<URI> endpoint = client.serviceClientConfiguration().endpointOverride();
        if (endpoint.isEmpty()) {
            return client;
        }
        client.close();
        if (!TrustedAddress.isPage(endpoint.get().toString())) {
            throw S3Message.OPEN_ENDPOINT.exception();
        }
        return client(credentials, true);
    }

    private static S3Client client(DefaultCredentialsProvider credentials, boolean pathStyle) {
        return S3Client.builder()
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .serviceConfiguration(
                        form -> form.pathStyleAccessEnabled(pathStyle).chunkedEncodingEnabled(false))
                .build();
    }

    /// Puts a file in the place of an object, whole or not at all.
    ///
    /// @param facts about the object, by name; its user metadata
    /// @throws IOException where the file cannot be read
    /// @throws MacroEdgeException with `output-fault` where the object is not stored
    public void put(S3Address address, Path file, String contentType, Map<String, String> facts) throws IOException {
        send(file, request -> describe(request, address, contentType, facts), address);
    }

    /// Puts a file where no object is, whole or not at all.
    ///
    /// @param facts as of [#put]
    /// @return false where an object of this key exists, which stays as it is
    /// @throws IOException where the file cannot be read
    /// @throws MacroEdgeException with `output-fault` where the object is not stored
    public boolean putNew(S3Address address, Path file, String contentType, Map<String, String> facts)
            throws IOException {
        return send(
                file, request -> describe(request, address, contentType, facts).ifNoneMatch("*"), address);
    }

    private static PutObjectRequest.Builder describe(
            PutObjectRequest.Builder request, S3Address address, String contentType, Map<String, String> facts) {
        return request.bucket(address.bucket())
                .key(address.key())
                .contentType(contentType)
                .metadata(facts);
    }

    /// @return false where the request has a condition, which does not hold
    private boolean send(Path file, UnaryOperator<PutObjectRequest.Builder> described, S3Address address)
            throws IOException {
        long length = Files.size(file);
        if (length > most) {
            throw S3Message.TOO_LARGE.exception(length, most);
        }
        PutObjectRequest request = described
                .apply(PutObjectRequest.builder())
                .contentLength(length)
                .checksumSHA256(hash(file))
                .build();
        try {
            client.putObject(request, RequestBody.fromFile(file));
            return true;
        } catch (S3Exception fault) {
            if (fault.statusCode() == PRECONDITION_FAILED && request.ifNoneMatch() != null) {
                return false;
            }
            throw told(address, fault);
        } catch (SdkException fault) {
            throw isOfNetwork(fault)
                    ? S3Message.UNREACHABLE.exception(ShownText.of(address))
                    : S3Message.NO_SETTINGS.exception();
        }
    }

    private static MacroEdgeException told(S3Address address, S3Exception fault) {
        AwsErrorDetails details = fault.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        if (code.equals("NoSuchBucket")) {
            return S3Message.NO_BUCKET.exception(address.bucket());
        }
        String reason = "HTTP " + fault.statusCode() + (code.isBlank() ? "" : " " + ShownText.of(code));
        return switch (fault.statusCode()) {
            case UNAUTHORIZED, FORBIDDEN -> S3Message.REFUSED.exception(ShownText.of(address), reason);
            default -> S3Message.FAILED.exception(ShownText.of(address), reason);
        };
    }

    private static boolean isOfNetwork(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    @Override
    public void close() {
        client.close();
        credentials.close();
    }
}
