package org.macroedge.server.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Finds what YAML allows and no reader expects: names of fields that are no texts, and aliases that make a short text
/// endless: one inside its own anchor, and aliases of aliases, which repeat the
/// same lines millions of times. What reads a document afterwards may follow every alias.
final class YamlAliases {

    /// More entries than the largest file that is read can hold without aliases.
    static final long MOST_ENTRIES = 1_000_000;

    private static final long BEING_COUNTED = -1;

    /// How many entries there are in a node, itself included; nodes are compared by identity.
    private final Map<Node, Long> entries = new HashMap<>();

    private YamlAliases() {}

    /// What is wrong with a document: the node where it is, and the reason.
    record Fault(Node node, String reason) {}

    static Optional<Fault> fault(Node root) {
        YamlAliases aliases = new YamlAliases();
        Node own = aliases.ownAlias(root);
        if (own != null) {
            return Optional.of(new Fault(own, "an alias inside its own anchor, which has no end"));
        }
        if (aliases.entries.getOrDefault(root, 0L) > MOST_ENTRIES) {
            return Optional.of(new Fault(root, "aliases that repeat the same lines too often"));
        }
        return aliases.entries.keySet().stream()
                .filter(YamlAliases::hasUnnamedField)
                .min(Comparator.comparingInt(node -> node.getStartMark().getIndex()))
                .map(node -> new Fault(node, "the name of a field is a list or a mapping"));
    }

    /// Whether a mapping has a field whose name is no text, as YAML allows. No reader of a file expects one.
    private static boolean hasUnnamedField(Node node) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream().anyMatch(field -> !(field.getKeyNode() instanceof ScalarNode));
    }

    /// Counts the entries below a node.
    ///
    /// @return the first node that contains itself; null where none does
    private @Nullable Node ownAlias(Node node) {
        Long known = entries.get(node);
        if (known != null) {
            return known == BEING_COUNTED ? node : null;
        }
        entries.put(node, BEING_COUNTED);
        long count = 1;
        for (Node child : children(node)) {
            Node own = ownAlias(child);
            if (own != null) {
                return own;
            }
            count = Math.min(MOST_ENTRIES + 1, count + entries.getOrDefault(child, 0L));
        }
        entries.put(node, count);
        return null;
    }

    private static List<Node> children(Node node) {
        return switch (node) {
            case SequenceNode sequence -> sequence.getValue();
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .flatMap(field -> Stream.of(field.getKeyNode(), field.getValueNode()))
                        .toList();
            default -> List.of();
        };
    }
}
