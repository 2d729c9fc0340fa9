package org.macroedge.server.releases.intake;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.macroedge.engine.catalogue.Indicator;
import org.macroedge.server.platform.hash.Sha256;

/// The rows of one indicator that a batch stored, as one hash, so that a repeated import recognises them without
/// reading statements.
///
/// @param statements the numbers of the statements that the rows are, as PostgreSQL writes a multirange
public record RowDigest(byte[] hash, String statements) {

    private static final int BUFFER = 1 << 12;

    /// Whether rows with this hash are those that were stored.
    public boolean matches(byte[] other) {
        return Arrays.equals(hash, other);
    }

    /// One hash of everything that decides what rows do: the rows in their order, without file and line, and the
    /// indicator's contract.
    static byte[] hash(Indicator indicator, List<ReportedRelease> rows) {
        MessageDigest sha256 = Sha256.start();
        sha256.update(indicator.toString().getBytes(StandardCharsets.UTF_8));
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256), BUFFER))) {
            for (ReportedRelease row : rows) {
                SpooledRow.writeContent(row, out);
            }
        } catch (IOException impossible) {
            throw new AssertionError("a digest accepts every byte", impossible);
        }
        return sha256.digest();
    }
}
