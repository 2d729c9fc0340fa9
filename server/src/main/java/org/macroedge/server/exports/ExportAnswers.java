package org.macroedge.server.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.memory.BoundedMap;
import org.macroedge.server.platform.web.AnswerLifetime;
import org.macroedge.server.platform.web.AnswerSpool;
import org.macroedge.server.platform.web.AnswerSpools;
import org.macroedge.server.platform.web.AnswerTags;
import org.macroedge.server.platform.web.Conditions;
import org.macroedge.server.platform.web.RunAnswer;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
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
    private final Map<String, String> tags = Collections.synchronizedMap(BoundedMap.ofLatest(TAGS));

    ExportAnswers(AnswerSpools spools, ExportWork work) {
        this.spools = spools;
        this.work = work;
    }

    /// @param name of the file, without its ending
    /// @param format null for what the request accepts, by default CSV
    /// @param asked what is asked for beside the format
    /// @return null where the client has it
    @Nullable
    ResponseEntity<Resource> of(
            String name,
            Export export,
            @Nullable ExportFormat format,
            ExportForm.Asked asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        ExportForm chosen = form(format, asked, request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, AnswerLifetime.of(request).getHeaderValue());
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
                .filename(name + "." + chosen.format().code())
                .build();
        Resource bytes = spool.resource();
        return ResponseEntity.ok()
                .contentType(chosen.format().type())
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

    private @Nullable String known(Export export, ExportForm form) {
        RunAnswer run = export.run();
        String content = export.content(form);
        return run != null ? AnswerTags.tag(run, form.format().type()) : content == null ? null : tags.get(content);
    }

    private String tag(Export export, ExportForm form, AnswerSpool spool) {
        RunAnswer run = export.run();
        if (run != null) {
            return AnswerTags.tag(run, form.format().type());
        }
        String tag = spool.tag();
        String content = export.content(form);
        if (content != null) {
            tags.put(content, tag);
        }
        return tag;
    }

    /// A dialect says that the format is CSV.
    private static ExportForm form(@Nullable ExportFormat format, ExportForm.Asked asked, HttpServletRequest request) {
        ExportFormat otherwise = asked.dialect() == CsvDialect.PLAIN ? accepted(request) : ExportFormat.CSV;
        return ExportForm.of(FormNames.REQUEST, format == null ? otherwise : format, asked);
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
