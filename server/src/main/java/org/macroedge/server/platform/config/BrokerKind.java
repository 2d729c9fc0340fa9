package org.macroedge.server.platform.config;

import org.macroedge.engine.vocabulary.Coded;

/// Where events are sent, beside the consumers in the servers themselves.
public enum BrokerKind implements Coded {
    /// Nowhere.
    NONE,
    /// To streams of a Redis or Valkey.
    REDIS,
    /// To topics of a Kafka.
    KAFKA
}
