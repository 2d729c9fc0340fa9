package org.macroedge.server.sources.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.messages.DeclaredMessages;
import org.macroedge.server.platform.config.KeyPlace;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.net.MotoServer;
import org.macroedge.server.platform.time.SettableClock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/// moto stands in for AWS Secrets Manager, as a server of its own on loopback.
@Tag("system")
class AwsSecretTest {

    private static MotoServer moto;

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        moto = MotoServer.start(folder.resolve("moto.log"));
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    private static SecretsManagerClientBuilder local(SecretsManagerClientBuilder builder) {
        return builder.endpointOverride(moto.address())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "canary-aws")));
    }

    private static SecretsManagerClient client() {
        return local(SecretsManagerClient.builder())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private static AwsSecret secret(String name) {
        return new AwsSecret(new KeyPlace(KeyPlace.Store.AWS, "", name, null, null, null), AwsSecretTest::local);
    }

    @Test
    void aKeyThatIsRotatedIsUsedWithoutARestart() {
        try (SecretsManagerClient aws = client()) {
            aws.createSecret(request ->
                    request.name("teams/macro-edge").secretString("{\"MACRO_EDGE_FRED_KEY\":\"first-key\"}"));
            SourceKeys keys = new SourceKeys(SourceSettings.DEFAULT, secret("teams/macro-edge"), clock);
            assertThat(keys.key(Variable.FRED_KEY)).hasValue("first-key");

            aws.putSecretValue(request ->
                    request.secretId("teams/macro-edge").secretString("{\"MACRO_EDGE_FRED_KEY\":\"second-key\"}"));
            clock.step(Duration.ofMinutes(5));

            assertThat(keys.key(Variable.FRED_KEY)).hasValue("second-key");
            assertThat(keys.fault()).isEmpty();
        }
    }

    @Test
    void whatHoldsNoFieldsIsAFault() {
        try (SecretsManagerClient aws = client()) {
            aws.createSecret(request -> request.name("text").secretString("secret-text"));
            aws.createSecret(request -> request.name("list").secretString("[\"secret-text\"]"));
            aws.createSecret(request -> request.name("number").secretString("{\"MACRO_EDGE_FRED_KEY\":7}"));
        }
        for (String name : new String[] {"text", "list", "number"}) {
            assertFault(KeyMessage.NOT_FIELDS, secret(name));
        }
        assertFault(KeyMessage.NO_SECRET, secret("none"));
    }

    @Test
    void aServerThatIsNotThereIsAFault() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        KeyPlace place = new KeyPlace(KeyPlace.Store.AWS, "", "x", null, null, null);

        assertFault(
                KeyMessage.UNREACHABLE,
                new AwsSecret(
                        place, builder -> local(builder).endpointOverride(URI.create("http://127.0.0.1:" + free))));
    }

    private static void assertFault(KeyMessage message, AwsSecret secret) {
        assertThatThrownBy(secret::read).isInstanceOfSatisfying(KeyFault.class, fault -> {
            assertThat(fault.code()).isEqualTo(message.code());
            assertThat(fault.text()).doesNotContain("secret-text", "canary-aws", "Exception");
            assertThat(fault).hasNoCause();
            DeclaredMessages.assertSeen("KeyMessage." + message.name(), fault.text());
        });
    }
}
