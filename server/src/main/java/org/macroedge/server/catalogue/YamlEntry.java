package org.macroedge.server.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A place in a YAML file that knows its line, so that a wrong value is named with file, line and field.
public final class YamlEntry {

    private final Path file;
    private final String field;
    private final Node node;

    private YamlEntry(Path file, String field, Node node) {
        this.file = file;
        this.field = field;
        this.node = node;
    }

    /// Reads a file.
    ///
    /// @throws CatalogueException where it is missing, empty or not YAML
    public static YamlEntry read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new CatalogueException(List.of(new CatalogueFault(file, 1, "file", "is empty")));
            }
            return new YamlEntry(file, "file", root);
        } catch (MarkedYAMLException fault) {
            int line =
                    fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
            throw new CatalogueException(
                    List.of(new CatalogueFault(file, line, "file", "is not YAML: " + fault.getProblem())));
        } catch (IOException fault) {
            throw new CatalogueException(List.of(new CatalogueFault(file, 1, "file", "cannot be read: " + fault)));
        }
    }

    /// Whether this is a list.
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /// The entries of a list.
    public List<YamlEntry> entries() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("is not a list");
        }
        return sequence.getValue().stream()
                .map(item -> new YamlEntry(file, field, item))
                .toList();
    }

    /// The fields of a mapping, in the order of the file.
    public Map<String, YamlEntry> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("is not a mapping of fields");
        }
        Map<String, YamlEntry> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (fields.put(key, new YamlEntry(file, key, tuple.getValueNode())) != null) {
                throw new YamlEntry(file, key, tuple.getKeyNode()).wrong("stands twice");
            }
        }
        return fields;
    }

    /// Refuses fields that nothing reads: most are misspelt.
    public void allow(Set<String> known) {
        fields().forEach((name, entry) -> {
            if (!known.contains(name)) {
                throw entry.wrong("is unknown; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
    }

    /// A field that must be there.
    public YamlEntry field(String name) {
        YamlEntry found = fields().get(name);
        if (found == null) {
            throw new YamlEntry(file, name, node).wrong("is missing");
        }
        return found;
    }

    /// A value of a field that may be absent.
    public <T> @Nullable T optional(String name, Function<YamlEntry, T> as) {
        YamlEntry found = fields().get(name);
        return found == null ? null : as.apply(found);
    }

    /// The entry as parsed, in one form whatever the order of keys, the quotes and the comments.
    String canonical() {
        return switch (node) {
            case MappingNode ignored ->
                fields().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + ":" + entry.getValue().canonical())
                        .collect(Collectors.joining(",", "{", "}"));
            case SequenceNode ignored ->
                entries().stream().map(YamlEntry::canonical).collect(Collectors.joining(",", "[", "]"));
            default -> '"' + text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("is not a single value");
        }
        return scalar.getValue();
    }

    public BigDecimal decimal() {
        return as(BigDecimal::new, "a number");
    }

    public int integer() {
        return as(Integer::parseInt, "a whole number");
    }

    public LocalDate date() {
        return as(LocalDate::parse, "a date like 2020-03-25");
    }

    /// The value by a parser of text.
    ///
    /// @throws CatalogueException naming the place where the parser refuses it
    public <T> T as(Function<String, T> parser, String expected) {
        String text = text();
        try {
            return parser.apply(text);
        } catch (RuntimeException fault) {
            throw wrong("\"" + text + "\" is not " + expected);
        }
    }

    /// A fault at this place.
    public CatalogueException wrong(String what) {
        return new CatalogueException(
                List.of(new CatalogueFault(file, node.getStartMark().getLine() + 1, field, what)));
    }

    /// Reads each entry, and gathers the faults of all instead of stopping at the first.
    public static <T> List<T> gather(
            List<YamlEntry> entries, List<CatalogueFault> faults, Function<YamlEntry, T> read) {
        List<T> values = new ArrayList<>();
        for (YamlEntry entry : entries) {
            try {
                values.add(read.apply(entry));
            } catch (CatalogueException wrong) {
                faults.addAll(wrong.faults());
            } catch (IllegalArgumentException wrong) {
                faults.addAll(entry.wrong(String.valueOf(wrong.getMessage())).faults());
            }
        }
        return values;
    }
}
