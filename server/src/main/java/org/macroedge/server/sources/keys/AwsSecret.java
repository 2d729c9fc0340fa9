package org.macroedge.server.sources.keys;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.KeyPlace;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A secret of AWS Secrets Manager: the present version of a JSON object, as its console writes pairs of names and
/// values. Region, credentials and address are those that AWS's own programs use.
final class AwsSecret implements KeySecret {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int FIRST_FAULT_OF_SERVER = 500;

    private final KeyPlace place;
    private final UnaryOperator<SecretsManagerClientBuilder> settings;

    AwsSecret(KeyPlace place) {
        this(place, builder -> builder);
    }

    /// @param settings further ones of the client
    AwsSecret(KeyPlace place, UnaryOperator<SecretsManagerClientBuilder> settings) {
        this.place = place;
        this.settings = settings;
    }

    @Override
    public Map<String, String> read() {
        SecretsManagerClientBuilder builder = SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT))
                .overrideConfiguration(calls -> calls.apiCallTimeout(WHOLE));
        try (SecretsManagerClient client = settings.apply(builder).build()) {
            return fields(client.getSecretValue(request -> request.secretId(place.name()))
                    .secretString());
        } catch (ResourceNotFoundException none) {
            throw new KeyFault(KeyMessage.NO_SECRET, place);
        } catch (SecretsManagerException fault) {
            throw new KeyFault(
                    fault.statusCode() < FIRST_FAULT_OF_SERVER ? KeyMessage.REFUSED : KeyMessage.UNREACHABLE, place);
        } catch (SdkException fault) {
            throw new KeyFault(KeyMessage.UNREACHABLE, place);
        }
    }

    private Map<String, String> fields(@Nullable String text) {
        try {
            JsonNode object = JsonMapper.shared().readTree(text == null ? "" : text);
            Map<String, String> fields = new TreeMap<>();
            object.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            if (object.isObject() && object.values().stream().allMatch(JsonNode::isString)) {
                return fields;
            }
        } catch (JacksonException notAnObject) {
            // the same as a value that is none
        }
        throw new KeyFault(KeyMessage.NOT_FIELDS, place);
    }
}
