package org.macroedge.server.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Lays one mapping over another: mappings are merged field by field, at every depth; any other value replaces the one
/// below it.
final class YamlMerge {

    private YamlMerge() {}

    /// @param own its place is that of the result
    static Node of(Node base, Node own) {
        if (!(base instanceof MappingNode below) || !(own instanceof MappingNode above)) {
            return own;
        }
        Map<String, NodeTuple> fields = new LinkedHashMap<>();
        below.getValue().forEach(tuple -> fields.put(key(tuple), tuple));
        above.getValue().forEach(tuple -> fields.merge(key(tuple), tuple, YamlMerge::merged));
        return new MappingNode(
                above.getTag(),
                true,
                fields.values().stream().toList(),
                above.getStartMark(),
                above.getEndMark(),
                above.getFlowStyle());
    }

    private static NodeTuple merged(NodeTuple base, NodeTuple own) {
        return new NodeTuple(own.getKeyNode(), of(base.getValueNode(), own.getValueNode()));
    }

    private static String key(NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }
}
