package org.macroedge.server.releases.profile.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that is being read. It holds one row at a time.
public interface Table extends AutoCloseable {

    /// The next row; null after the last.
    ///
    /// @throws TableFault where the rest of the file is not a table
    @Nullable
    TableRow next() throws IOException;

    /// The names of wanted columns that the header has more than once.
    List<String> duplicates();

    @Override
    void close() throws IOException;
}
