package org.macroedge.server.releases.profile.table;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One row of a table.
///
/// @param line its first line in the file, from 1; for JSON the number of the row
/// @param cells the texts of the wanted columns, in their order; empty where there is none
/// @param mismatch why the row does not fit the columns; null where it does
/// @param raw gives the row word for word
public record TableRow(
        long line, List<String> cells, @Nullable RowMismatch mismatch, Supplier<String> raw) {}
