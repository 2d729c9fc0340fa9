package org.macroedge.server.platform.web;

import org.springframework.web.method.HandlerMethod;

/// The name of an operation in the description of the API.
final class OperationId {

    private OperationId() {}

    /// The topic and the method, as in `biasHistory`. The method alone is not unique, and springdoc's numbers depend on
    /// the order of discovery, so that generated clients would change at random.
    static String of(HandlerMethod method) {
        String topic = method.getBeanType().getSimpleName().replace("Controller", "");
        String name = method.getMethod().getName();
        return Character.toLowerCase(topic.charAt(0))
                + topic.substring(1)
                + Character.toUpperCase(name.charAt(0))
                + name.substring(1);
    }
}
