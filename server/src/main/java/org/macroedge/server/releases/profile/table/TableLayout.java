package org.macroedge.server.releases.profile.table;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file holds its table.
///
/// @param gzip whether the file is compressed
/// @param delimiter between the fields of a CSV file
/// @param names of the columns where the file has no header; empty where it has one, and for JSON
/// @param path the property of a JSON file that holds the list, with dots between levels; empty where the list
/// is the whole file
/// @param sheet the name of the sheet; null for the first
public record TableLayout(
        TableFormat format,
        boolean gzip,
        Charset encoding,
        char delimiter,
        List<String> names,
        String path,
        @Nullable String sheet) {}
