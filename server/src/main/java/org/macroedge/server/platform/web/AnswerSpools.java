package org.macroedge.server.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.home.DiskSpace;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Takes answers as a whole before their first byte is sent: a fault then is a problem, and not a broken answer.
@ServerOnly
public class AnswerSpools {

    private final UploadFolder folder;

    AnswerSpools(UploadFolder folder) {
        this.folder = folder;
    }

    /// What writes an answer.
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /// An answer to the request of this thread, which ends with it.
    public AnswerSpool write(Body body) {
        AnswerSpool spool = new AnswerSpool(folder.answers());
        try {
            body.writeTo(spool);
        } catch (IOException | RuntimeException fault) {
            throw failed(spool, fault);
        }
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback(
                        "spool " + UUID.randomUUID(), () -> close(spool), RequestAttributes.SCOPE_REQUEST);
        return spool;
    }

    private static void close(AnswerSpool spool) {
        try {
            spool.close();
        } catch (IOException fault) {
            throw new UncheckedIOException("An answer cannot be removed", fault);
        }
    }

    private RuntimeException failed(AnswerSpool spool, Exception fault) {
        try {
            spool.close();
        } catch (IOException unclosed) {
            fault.addSuppressed(unclosed);
        }
        if (DiskSpace.isExhausted(fault)) {
            return DiskSpace.full(folder.answers(), fault);
        }
        return fault instanceof RuntimeException ours
                ? ours
                : new UncheckedIOException("An answer cannot be written", (IOException) fault);
    }
}
