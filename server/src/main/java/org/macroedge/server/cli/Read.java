package org.macroedge.server.cli;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.cli.page.Page;
import org.macroedge.server.surprises.view.AnswerHeader;

/// One read of the command line: where the API has it, who answers where no server runs, and how it is shown.
///
/// @param path below `/api/v1/`
/// @param parameters beside `asOf` and `recordedAt`; null values are left out
/// @param shape of the answer in JSON
/// @param local answers without a server
/// @param header of which time and from which data an answer is; null for one that has no time
/// @param columns the names of the CSV columns
/// @param rows the CSV rows, unrounded
/// @param table writes for a reader
record Read<T>(
        String path,
        Map<String, @Nullable String> parameters,
        Class<T> shape,
        Supplier<T> local,
        Function<T, @Nullable AnswerHeader> header,
        List<String> columns,
        Function<T, List<List<@Nullable Object>>> rows,
        BiConsumer<Page, T> table) {}
