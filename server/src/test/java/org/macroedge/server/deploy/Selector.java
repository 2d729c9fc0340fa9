package org.macroedge.server.deploy;

import tools.jackson.databind.JsonNode;

/// Whether the labels of a pod are those that an object selects, as Kubernetes compares them.
final class Selector {

    private Selector() {}

    /// @param selector with `matchLabels` and `matchExpressions`
    static boolean selects(JsonNode selector, JsonNode labels) {
        return hasAll(selector.path("matchLabels"), labels)
                && selector.path("matchExpressions").valueStream().allMatch(rule -> holds(rule, labels));
    }

    /// @param wanted names and values
    static boolean hasAll(JsonNode wanted, JsonNode labels) {
        return wanted.propertyStream()
                .allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
    }

    private static boolean holds(JsonNode rule, JsonNode labels) {
        JsonNode value = labels.path(rule.path("key").asString());
        boolean listed = rule.path("values").valueStream().anyMatch(value::equals);
        return switch (rule.path("operator").asString()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            default -> throw new AssertionError("an operator that this test does not know: " + rule);
        };
    }
}
