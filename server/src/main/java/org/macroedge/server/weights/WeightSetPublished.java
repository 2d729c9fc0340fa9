package org.macroedge.server.weights;

import org.jspecify.annotations.Nullable;

/// Another version of a weight set is in force. Key: the weight set.
///
/// @param version in force from the record time of the event on; null where none is
record WeightSetPublished(String weightSet, @Nullable Integer version) {

    static final String TYPE = "weight_set_published";
    static final int VERSION = 1;
}
