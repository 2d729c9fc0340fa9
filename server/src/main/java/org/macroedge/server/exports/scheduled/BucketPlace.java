package org.macroedge.server.exports.scheduled;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.macroedge.server.exports.s3.S3Address;
import org.macroedge.server.exports.s3.S3Message;
import org.macroedge.server.exports.s3.S3Store;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.DiskSpace;
import org.macroedge.server.platform.home.HomeFiles;

/// Objects of S3 whose keys begin the same.
///
/// @param prefix as in `s3://bucket/daily/`, with a slash at its end
record BucketPlace(String prefix) implements ExportPlace {

    /// @throws MacroEdgeException with `invalid-request` where no object could have such an address
    static BucketPlace of(String text, ExportFileName example) {
        BucketPlace place = new BucketPlace(text.endsWith("/") ? text : text + "/");
        place.address(example);
        return place;
    }

    private S3Address address(ExportFileName name) {
        return S3Address.of(prefix + name);
    }

    @Override
    public boolean add(ExportFileName name, Map<String, String> facts, Content content) {
        Path spools = Path.of(System.getProperty("java.io.tmpdir"));
        try (S3Store store = S3Store.open()) {
            Path whole = Files.createTempFile(spools, "export-", HomeFiles.NEXT);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
                    content.writeTo(out);
                }
                return store.putNew(address(name), whole, name.format().type().toString(), facts);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (UncheckedIOException fault) {
            throw unspooled(spools, Objects.requireNonNull(fault.getCause()));
        } catch (IOException fault) {
            throw unspooled(spools, fault);
        }
    }

    private static MacroEdgeException unspooled(Path folder, IOException fault) {
        String reason = DiskSpace.isExhausted(fault) ? "the disk is full" : ShownText.of(HomeFiles.reason(fault));
        return S3Message.NO_SPOOL.causedBy(fault, ShownText.of(folder), reason);
    }

    /// A rule of the bucket deletes objects.
    @Override
    public int clear(ExportFileName newest, int kept) {
        throw new UnsupportedOperationException("objects are deleted by a rule of their bucket");
    }

    @Override
    public String toString() {
        return prefix;
    }
}
