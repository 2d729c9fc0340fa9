package org.macroedge.server.access.keys.view;

import java.util.List;

/// The keys of a server.
///
/// @param items latest first, also those that are no longer accepted
public record ApiKeyList(List<ApiKeyItem> items) {}
