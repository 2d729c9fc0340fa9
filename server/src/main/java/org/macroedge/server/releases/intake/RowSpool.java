package org.macroedge.server.releases.intake;

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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.engine.vocabulary.IndicatorId;

/// The rows of a batch by indicator until all are read: in memory up to a bound, beyond it in a temporary
/// file, so that input of any size can be imported.
public final class RowSpool implements AutoCloseable {

    /// Rows held at once: some 60 MB.
    public static final int IN_MEMORY = 200_000;

    private final String source;
    private final int bound;
    private final Map<IndicatorId, Rows> indicators = new HashMap<>();
    private int held;
    private @Nullable FileChannel channel;

    private static final class Rows {
        private final Indicator indicator;
        private final List<ReportedRelease> held = new ArrayList<>();
        private final List<Chunk> written = new ArrayList<>();
        private long count;

        Rows(Indicator indicator) {
            this.indicator = indicator;
        }
    }

    private record Chunk(long position, int bytes, int rows) {}

    /// @param source of every row
    /// @param bound the most rows that are held in memory
    public RowSpool(String source, int bound) {
        this.source = source;
        this.bound = bound;
    }

    /// Adds a row.
    ///
    /// @return how many rows its indicator has by now
    public long add(ReportedRelease row) {
        if (!row.source().equals(source)) {
            throw new IllegalArgumentException(
                    row.file() + ":" + row.line() + ": source " + row.source() + " in a batch of " + source);
        }
        Rows rows = indicators.computeIfAbsent(row.indicator().id(), id -> new Rows(row.indicator()));
        rows.held.add(row);
        rows.count++;
        if (++held > bound) {
            indicators.values().forEach(this::write);
            held = 0;
        }
        return rows.count;
    }

    private void write(Rows rows) {
        if (rows.held.isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (ReportedRelease row : rows.held) {
                SpooledRow.write(row, out);
            }
            FileChannel file = file();
            rows.written.add(new Chunk(file.position(), bytes.size(), rows.held.size()));
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("the rows of the import cannot be written to the temporary folder", fault);
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
            deleteOpen(path);
        }
        return opened;
    }

    /// Where the system allows it, the file loses its name at once, so that not even a killed process leaves it behind.
    private static void deleteOpen(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stillOpen) {
            // it is deleted when it is closed
        }
    }

    /// The indicators with rows, in groups to be taken one after the other. A group is several regions with no more
    /// rows than the bound, or one, or a part of one that has more.
    ///
    /// @param family of an indicator: indicators of one family are in one group
    public List<List<Indicator>> groups(Function<Indicator, String> family) {
        List<List<Indicator>> groups = new ArrayList<>();
        List<Indicator> group = new ArrayList<>();
        long count = 0;
        for (List<Rows> together : together(family)) {
            long more = count(together);
            if (!group.isEmpty() && count + more > bound) {
                groups.add(List.copyOf(group));
                group.clear();
                count = 0;
            }
            together.forEach(rows -> group.add(rows.indicator));
            count += more;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    /// What is never divided: the regions in ascending id, and in place of a large one its families.
    private List<List<Rows>> together(Function<Indicator, String> family) {
        List<Rows> all = indicators.keySet().stream().sorted().map(this::rows).toList();
        List<List<Rows>> together = new ArrayList<>();
        for (List<Rows> region : by(all, rows -> rows.indicator.id().region())) {
            if (count(region) > bound) {
                together.addAll(by(region, rows -> family.apply(rows.indicator)));
            } else {
                together.add(region);
            }
        }
        return together;
    }

    private static Collection<List<Rows>> by(List<Rows> all, Function<Rows, Object> key) {
        return all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static long count(List<Rows> indicators) {
        return indicators.stream().mapToLong(rows -> rows.count).sum();
    }

    /// Removes and returns the rows of an indicator, in the order of the files.
    public List<ReportedRelease> take(Indicator indicator) {
        Rows rows = rows(indicator.id());
        List<ReportedRelease> all = new ArrayList<>();
        for (Chunk chunk : rows.written) {
            all.addAll(read(chunk, indicator));
        }
        all.addAll(rows.held);
        rows.held.clear();
        return all;
    }

    private Rows rows(IndicatorId id) {
        return Objects.requireNonNull(indicators.get(id));
    }

    private List<ReportedRelease> read(Chunk chunk, Indicator indicator) {
        ByteBuffer buffer = ByteBuffer.allocate(chunk.bytes());
        List<ReportedRelease> rows = new ArrayList<>(chunk.rows());
        try {
            FileChannel file = file();
            while (buffer.hasRemaining() && file.read(buffer, chunk.position() + buffer.position()) >= 0) {
                // a channel may read less than asked for
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(buffer.array()))) {
                for (int row = 0; row < chunk.rows(); row++) {
                    rows.add(SpooledRow.read(source, indicator, in));
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
