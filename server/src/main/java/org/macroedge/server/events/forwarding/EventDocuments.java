package org.macroedge.server.events.forwarding;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macroedge.server.events.Event;
import org.macroedge.server.events.PublishedType;
import org.macroedge.server.platform.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes the documents of events, each as the JSON Schema of its type and version has it. For
/// one thread.
final class EventDocuments {

    private static final int MOST_FAULTS = 3;

    private final Map<String, PublishedType> types;
    private final Map<String, Schema> schemas = new HashMap<>();

    EventDocuments(List<PublishedType> types) {
        this.types = types.stream().collect(Collectors.toMap(PublishedType::type, Function.identity()));
    }

    /// The types that are sent.
    Set<String> types() {
        return types.keySet();
    }

    /// @return the event, or a dead letter where its document would not be as its schema has it
    OutgoingEvent of(Event event) {
        PublishedType type = Objects.requireNonNull(types.get(event.type()));
        byte[] json;
        try {
            json = Json.bytes(new PublishedEvent(
                    event.seq(),
                    event.type(),
                    type.version(),
                    event.key(),
                    event.recordedAt(),
                    type.payload().apply(event)));
        } catch (JacksonException unreadable) {
            return DeadLetter.of(event, "the payload in the log is not of a shape that this version knows");
        }
        List<Error> faults = schema(type).validate(Json.mapper().readTree(json));
        return faults.isEmpty()
                ? new OutgoingEvent(event.seq(), event.type(), event.key(), json)
                : DeadLetter.of(event, "not as the schema has it: " + text(faults));
    }

    private static String text(List<Error> faults) {
        return faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault.getInstanceLocation() + " (" + fault.getKeyword() + ")")
                .collect(Collectors.joining(", "));
    }

    private Schema schema(PublishedType type) {
        return schemas.computeIfAbsent(resource(type.type(), type.version()), EventDocuments::read);
    }

    /// The name of the file of a schema, beside the classes of the event log.
    static String resource(String type, int version) {
        return "/org/macroedge/server/events/" + type + ".v" + version + ".json";
    }

    private static Schema read(String resource) {
        try (InputStream file = Objects.requireNonNull(EventDocuments.class.getResourceAsStream(resource), resource)) {
            JsonNode json = Json.mapper().readTree(file.readAllBytes());
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
