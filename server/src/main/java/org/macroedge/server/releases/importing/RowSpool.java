package org.macroedge.server.releases.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;
import org.macroedge.server.releases.calendar.CalendarRow;

/// The mapped rows of a batch by indicator until all files are read: in memory up to a bound, beyond it in a temporary
/// file, so that files of any size go through.
final class RowSpool implements AutoCloseable {

    /// Rows held at once: some 60 MB.
    static final int IN_MEMORY = 200_000;

    private final int bound;
    private final Map<IndicatorId, Rows> indicators = new HashMap<>();
    private int held;
    private @Nullable FileChannel channel;

    private static final class Rows {
        private final Indicator indicator;
        private final List<CalendarRow> held = new ArrayList<>();
        private final List<Chunk> written = new ArrayList<>();
        private long count;

        Rows(Indicator indicator) {
            this.indicator = indicator;
        }
    }

    private record Chunk(long position, int bytes, int rows) {}

    RowSpool(int bound) {
        this.bound = bound;
    }

    void add(CalendarRow row) {
        Rows rows = indicators.computeIfAbsent(row.indicator().id(), id -> new Rows(row.indicator()));
        rows.held.add(row);
        rows.count++;
        if (++held > bound) {
            indicators.values().forEach(this::write);
            held = 0;
        }
    }

    private void write(Rows rows) {
        if (rows.held.isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (CalendarRow row : rows.held) {
                SpooledRow.write(row, out);
            }
            FileChannel file = file();
            rows.written.add(new Chunk(file.position(), bytes.size(), rows.held.size()));
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the rows of the import find no room in the temporary folder", fault);
        }
        rows.held.clear();
    }

    private FileChannel file() throws IOException {
        FileChannel opened = channel;
        if (opened == null) {
            Path path = Files.createTempFile("macro-edge-import", ".rows");
            opened = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = opened;
        }
        return opened;
    }

    /// The indicators with rows in ascending id, in groups that fit into memory: each has no more rows than the bound,
    /// or one indicator alone.
    List<List<Indicator>> groups() {
        List<List<Indicator>> groups = new ArrayList<>();
        List<Indicator> group = new ArrayList<>();
        long count = 0;
        for (IndicatorId id : indicators.keySet().stream().sorted().toList()) {
            Indicator indicator = rows(id).indicator;
            long more = rows(id).count;
            if (!group.isEmpty() && count + more > bound) {
                groups.add(List.copyOf(group));
                group.clear();
                count = 0;
            }
            group.add(indicator);
            count += more;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    /// The rows of an indicator in the order of the files, given once.
    List<CalendarRow> take(Indicator indicator) {
        Rows rows = rows(indicator.id());
        List<CalendarRow> all = new ArrayList<>();
        for (Chunk chunk : rows.written) {
            all.addAll(read(chunk, indicator));
        }
        all.addAll(rows.held);
        rows.held.clear();
        return all;
    }

    private Rows rows(IndicatorId id) {
        return java.util.Objects.requireNonNull(indicators.get(id));
    }

    private List<CalendarRow> read(Chunk chunk, Indicator indicator) {
        ByteBuffer buffer = ByteBuffer.allocate(chunk.bytes());
        List<CalendarRow> rows = new ArrayList<>(chunk.rows());
        try {
            FileChannel file = file();
            while (buffer.hasRemaining() && file.read(buffer, chunk.position() + buffer.position()) >= 0) {
                // a channel may read less than asked for
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(buffer.array()))) {
                for (int n = 0; n < chunk.rows(); n++) {
                    rows.add(SpooledRow.read(indicator, in));
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the rows of the import cannot be read back", fault);
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the temporary file of the import cannot be closed", fault);
        }
    }
}
