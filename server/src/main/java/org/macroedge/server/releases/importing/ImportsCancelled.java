package org.macroedge.server.releases.importing;

/// What a cancellation did.
///
/// @param cancelled how many imports were under way under the label
public record ImportsCancelled(int cancelled) {}
