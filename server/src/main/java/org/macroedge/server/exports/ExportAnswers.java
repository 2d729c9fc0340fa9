package org.macroedge.server.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.web.AnswerSpool;
import org.macroedge.server.platform.web.AnswerSpools;
import org.macroedge.server.platform.web.AnswerTags;
import org.macroedge.server.platform.web.Conditions;
import org.macroedge.server.platform.web.RunAnswer;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;

/// Answers a request with an export as a file: with its length, in parts where a client asks for ranges of bytes, and
/// with 304 where the client has it. The tag of an export that was made from the same store before is known without
/// making it again.
@ServerOnly
class ExportAnswers {

    private static final int TAGS = 256;

    private final AnswerSpools spools;
    private final ExportWork work;
    private final Map<String, String> tags = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > TAGS;
        }
    });

    ExportAnswers(AnswerSpools spools, ExportWork work) {
        this.spools = spools;
        this.work = work;
    }

    /// @param name of the file, without its ending
    /// @param format null for what the request accepts, by default CSV
    /// @return null where the client has it
    @Nullable
    ResponseEntity<Resource> of(
            String name,
            Export export,
            @Nullable ExportFormat format,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportFormat chosen = format == null ? accepted(request) : format;
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        String known = known(export, chosen);
        if (known != null && Conditions.isKnown(known, request, response)) {
            return null;
        }
        AnswerSpool spool = spools.write(out -> work.run(() -> export.writeTo(out, chosen)));
        String tag = tag(export, chosen, spool);
        if (known == null && Conditions.isKnown(tag, request, response)) {
            return null;
        }
        ContentDisposition file = ContentDisposition.attachment()
                .filename(name + "." + chosen.code())
                .build();
        Resource bytes = spool.resource();
        return ResponseEntity.ok()
                .contentType(chosen.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .varyBy(HttpHeaders.ACCEPT)
                .eTag(tag)
                .contentLength(spool.length())
                .body(isContinued(tag, request) ? bytes : new InputStreamResource(bytes)); // which gives no ranges
    }

    /// Whether a range goes on with the bytes that the client has: those of another tag would make a file of two.
    private static boolean isContinued(String tag, HttpServletRequest request) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        return condition == null || condition.strip().equals(tag);
    }

    private @Nullable String known(Export export, ExportFormat format) {
        RunAnswer run = export.run();
        String content = export.content(format);
        return run != null ? AnswerTags.tag(run, format.type()) : content == null ? null : tags.get(content);
    }

    private String tag(Export export, ExportFormat format, AnswerSpool spool) {
        RunAnswer run = export.run();
        if (run != null) {
            return AnswerTags.tag(run, format.type());
        }
        String tag = spool.tag();
        String content = export.content(format);
        if (content != null) {
            tags.put(content, tag);
        }
        return tag;
    }

    /// The first of the formats that the request accepts, the most wanted first.
    private static ExportFormat accepted(HttpServletRequest request) {
        List<MediaType> types = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MimeTypeUtils.sortBySpecificity(types);
        for (MediaType type : types) {
            for (ExportFormat format : ExportFormat.values()) {
                if (type.includes(format.type())) {
                    return format;
                }
            }
        }
        return ExportFormat.CSV;
    }
}
