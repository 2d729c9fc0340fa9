package org.macroedge.server.platform.web;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.json.Json;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a request's body of JSON into one of our records as the description of the API states it: no key twice, none
/// that is unknown, each of its type. A key that is missing gives null; who reads the record says what is missing.
@ServerOnly
class BodyReader extends AbstractHttpMessageConverter<Record> {

    /// No statement of a person is longer. A record that is more says so by [LongestBody].
    private static final int LONGEST = 64 * 1024;

    /// Of a longer one, this much is read: a client that is still sending would not see the answer.
    private static final int READ = 2 * LongestBody.MOST;

    /// How the parser says that a key is there again.
    private static final Pattern REPEATED = Pattern.compile("^Duplicate[^\"]*\"(.*)\"");

    private static final JsonMapper STRICT = Json.strict()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    BodyReader() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return ViewConverter.writes(type);
    }

    @Override
    protected boolean canWrite(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage input) throws IOException {
        byte[] body = input.getBody().readNBytes(READ);
        int longest = longest(type);
        if (body.length > longest) {
            throw RequestProblem.LONG_BODY.exception(longest);
        }
        JsonNode tree = tree(body, type);
        checkNames(tree, type);
        try {
            return STRICT.treeToValue(tree, type);
        } catch (JacksonException fault) {
            List<JacksonException.Reference> path = fault.getPath();
            throw RequestProblem.FIELD_TYPE.causedBy(
                    fault, path.isEmpty() ? "" : String.valueOf(path.getFirst().getPropertyName()));
        }
    }

    private static int longest(Class<? extends Record> type) {
        LongestBody own = type.getAnnotation(LongestBody.class);
        return own == null ? LONGEST : own.value();
    }

    private static JsonNode tree(byte[] body, Class<?> type) {
        JsonNode tree;
        try {
            tree = STRICT.readTree(body);
        } catch (JacksonException fault) {
            Matcher repeated = REPEATED.matcher(fault.getOriginalMessage());
            throw repeated.find()
                    ? RequestProblem.REPEATED_FIELD.causedBy(fault, ShownText.of(repeated.group(1)))
                    : RequestProblem.NOT_JSON.causedBy(fault, fields(type));
        } catch (NumberFormatException exponent) {
            throw RequestProblem.NOT_JSON.causedBy(exponent, fields(type));
        }
        if (!tree.isObject()) {
            throw (tree.isMissingNode() ? RequestProblem.NOT_JSON : RequestProblem.NO_OBJECT).exception(fields(type));
        }
        return tree;
    }

    private static void checkNames(JsonNode tree, Class<? extends Record> type) {
        for (String name : tree.propertyNames()) {
            if (Arrays.stream(type.getRecordComponents())
                    .noneMatch(field -> field.getName().equals(name))) {
                throw RequestProblem.UNKNOWN_FIELD.exception(ShownText.of(name), fields(type));
            }
        }
    }

    /// The fields of a body, for a message.
    static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }

    @Override
    protected void writeInternal(Record view, HttpOutputMessage output) {
        throw new HttpMessageNotWritableException("a request is not written");
    }
}
