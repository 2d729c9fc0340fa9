package org.macroedge.server.weights.view;

import java.time.Instant;

/// A version of a weight set that was proposed.
///
/// @param version counts from 1 for each weight set
/// @param hash SHA-256 of the complete definition, as in the answers computed by it
/// @param inForce whether answers are computed by it now
/// @param reason why it was proposed
/// @param author who proposed it
/// @param proposedAt record time
public record WeightSetVersion(
        String weightSet,
        int version,
        String hash,
        boolean inForce,
        String reason,
        String author,
        Instant proposedAt) {}
