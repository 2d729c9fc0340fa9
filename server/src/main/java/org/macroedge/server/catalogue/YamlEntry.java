package org.macroedge.server.catalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.vocabulary.Coded;
import org.macroedge.server.platform.error.Message;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;

/// A node of a YAML file that knows its place, so that faults name file, line and field.
public final class YamlEntry {

    private final Path file;
    private final String field;
    private final Node node;
    private final boolean shown;
    private @Nullable Map<String, YamlEntry> fields;

    YamlEntry(Path file, String field, Node node) {
        this(file, field, node, true);
    }

    private YamlEntry(Path file, String field, Node node, boolean shown) {
        this.file = file;
        this.field = field;
        this.node = node;
        this.shown = shown;
    }

    /// This entry, of which and of whose fields no fault shows a value, since one may be a secret.
    public YamlEntry unshown() {
        return new YamlEntry(file, field, node, false);
    }

    /// Whether this is a list.
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /// Whether this is a mapping of fields.
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /// Whether a fault is on a line of this entry.
    public boolean covers(CatalogueFault fault) {
        return fault.file().equals(file) && fault.line() >= line() && fault.line() <= lastLine(node);
    }

    private static int lastLine(Node node) {
        return switch (node) {
            case MappingNode mapping
            when !mapping.getValue().isEmpty() ->
                lastLine(mapping.getValue().getLast().getValueNode());
            case SequenceNode sequence
            when !sequence.getValue().isEmpty() -> lastLine(sequence.getValue().getLast());
            default -> node.getStartMark().getLine() + 1;
        };
    }

    /// The entries of a list.
    public List<YamlEntry> entries() {
        if (!(node instanceof SequenceNode sequence)) {
            throw failure(CatalogueMessage.NOT_LIST);
        }
        return sequence.getValue().stream()
                .map(item -> new YamlEntry(file, field, item, shown))
                .toList();
    }

    /// The fields of a mapping, in the order of the file.
    public Map<String, YamlEntry> fields() {
        Map<String, YamlEntry> known = fields;
        if (known == null) {
            known = Collections.unmodifiableMap(readFields());
            fields = known;
        }
        return known;
    }

    private Map<String, YamlEntry> readFields() {
        if (!(node instanceof MappingNode mapping)) {
            throw failure(CatalogueMessage.NOT_MAPPING);
        }
        Map<String, YamlEntry> read = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (read.put(key, new YamlEntry(file, key, tuple.getValueNode(), shown)) != null) {
                throw new YamlEntry(file, key, tuple.getKeyNode()).failure(CatalogueMessage.DUPLICATE_FIELD);
            }
        }
        return read;
    }

    /// The fields that appear twice in a mapping, here or below. Neither a schema nor a reader would notice them.
    List<CatalogueFault> duplicates() {
        List<CatalogueFault> faults = new ArrayList<>();
        switch (node) {
            case MappingNode mapping -> {
                Set<String> seen = new HashSet<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    if (!seen.add(key)) {
                        faults.add(
                                new YamlEntry(file, key, tuple.getKeyNode()).fault(CatalogueMessage.DUPLICATE_FIELD));
                    }
                    faults.addAll(new YamlEntry(file, key, tuple.getValueNode()).duplicates());
                }
            }
            case SequenceNode ignored -> entries().forEach(entry -> faults.addAll(entry.duplicates()));
            default -> {}
        }
        return faults;
    }

    /// The entry as JSON.
    JsonNode json() {
        return YamlJson.of(node);
    }

    /// An existing field. If it appears twice, the last one, as in JSON.
    YamlEntry lastField(String name) {
        for (NodeTuple tuple : ((MappingNode) node).getValue().reversed()) {
            if (((ScalarNode) tuple.getKeyNode()).getValue().equals(name)) {
                return new YamlEntry(file, name, tuple.getValueNode());
            }
        }
        throw new IllegalArgumentException("no field " + name + " in line " + line());
    }

    /// The value in quotes, or a description if it is not a single value or not to be shown.
    String quoted() {
        return switch (node) {
            case MappingNode ignored -> "a mapping of fields";
            case SequenceNode ignored -> "a list";
            default -> shown ? '"' + text() + '"' : "its value";
        };
    }

    /// A required field.
    public YamlEntry field(String name) {
        YamlEntry found = fields().get(name);
        if (found == null) {
            throw new YamlEntry(file, name, node).failure(CatalogueMessage.MISSING_FIELD);
        }
        return found;
    }

    /// @throws CatalogueException naming a field that is none of these
    public void only(List<String> known) {
        fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                throw value.failure(CatalogueMessage.UNKNOWN_FIELD, String.join(", ", known));
            }
        });
    }

    /// The value as one of an enum, by its code.
    public <E extends Enum<E> & Coded> E code(Class<E> type) {
        String known = Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
        return as(text -> Coded.of(type, text), "one of " + known);
    }

    /// The value of an optional field, null if it is absent.
    public <T> @Nullable T optional(String name, Function<YamlEntry, T> as) {
        YamlEntry found = fields().get(name);
        return found == null ? null : as.apply(found);
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw failure(CatalogueMessage.NOT_VALUE);
        }
        return scalar.getValue();
    }

    public BigDecimal decimal() {
        return as(BigDecimal::new, "a number");
    }

    public int integer() {
        return as(Integer::parseInt, "a whole number");
    }

    public boolean flag() {
        return as(YamlEntry::flag, "true or false");
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    public LocalDate date() {
        return as(LocalDate::parse, "a date like 2020-03-25");
    }

    /// The value as read by a parser.
    ///
    /// @throws CatalogueException naming the place if the parser rejects the value
    public <T> T as(Function<String, T> parser, String expected) {
        try {
            return parser.apply(text());
        } catch (CatalogueException fault) {
            throw fault;
        } catch (RuntimeException fault) {
            throw failure(CatalogueMessage.INVALID, quoted(), expected);
        }
    }

    /// A fault at this place, to throw.
    public CatalogueException failure(Message message, Object... values) {
        return new CatalogueException(List.of(fault(message, values)));
    }

    /// A fault at this place.
    CatalogueFault fault(Message message, Object... values) {
        return new CatalogueFault(file, line(), field, message.text(values));
    }

    /// This entry, with the fields of another one that it does not give itself.
    YamlEntry over(YamlEntry base) {
        return new YamlEntry(file, field, YamlMerge.of(base.node, node));
    }

    /// A list with this entry alone.
    YamlEntry inList() {
        Node list = new SequenceNode(
                Tag.SEQ, true, List.of(node), node.getStartMark(), node.getEndMark(), DumperOptions.FlowStyle.BLOCK);
        return new YamlEntry(file, field, list, shown);
    }

    /// A fault of a field of this entry, at the line where the entry begins.
    CatalogueFault missing(String name) {
        return new CatalogueFault(file, line(), name, CatalogueMessage.MISSING_FIELD.text());
    }

    /// The line where the entry begins, from 1.
    int line() {
        return node.getStartMark().getLine() + 1;
    }
}
