package org.macroedge.server.releases.rows;

import java.util.List;

/// A release as its sources gave it.
///
/// @param rows the one whose figure stands for the release first
public record RawRelease(String releaseId, String indicator, List<RawRow> rows) {}
