package org.macroedge.server.platform.web;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.json.Json;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Gives every read an ETag, and answers 304 without a body if the client already has these bytes.
///
/// The ETag of an answer with a run is `"<runId>.<stale><sampleOnly>.<shape version>.<media type>"`, for example
/// `"3f…9a.01.1.json"`; all other parameters are part of the address. The ETag of every other read is a hash of its
/// bytes. How long an answer may be used without asking again says [AnswerLifetime].
@ServerOnly
@RestControllerAdvice
public class AnswerTags implements ResponseBodyAdvice<Record> {

    /// The compression says so of what it may compress; to HEAD it must be said too.
    private static final List<String> COMPRESSED_OR_NOT = List.of(HttpHeaders.ACCEPT_ENCODING);

    private final AnswerSpools spools;

    AnswerTags(AnswerSpools spools) {
        this.spools = spools;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return converter == ViewConverter.class;
    }

    @Override
    public @Nullable Record beforeBodyWrite(
            @Nullable Record view,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (view == null
                || !(request instanceof ServletServerHttpRequest servletRequest)
                || !(response instanceof ServletServerHttpResponse servletResponse)
                || !isRead(servletRequest)) {
            return view;
        }
        response.getHeaders().setCacheControl(AnswerLifetime.of(servletRequest.getServletRequest()));
        response.getHeaders().setVary(COMPRESSED_OR_NOT);
        Predicate<String> known = tag ->
                Conditions.isKnown(tag, servletRequest.getServletRequest(), servletResponse.getServletResponse());
        if (view instanceof RunAnswer run) {
            return known.test(tag(run, type)) ? null : view;
        }
        return spooled(view, known);
    }

    /// The view as bytes, or null if the client has them.
    private @Nullable Record spooled(Record view, Predicate<String> known) {
        AnswerSpool spool = spools.write(out -> Json.write(view, out));
        return known.test(spool.tag()) ? null : new SpooledAnswer(spool);
    }

    private static boolean isRead(ServletServerHttpRequest request) {
        String method = request.getServletRequest().getMethod();
        return "GET".equals(method) || "HEAD".equals(method);
    }

    /// The ETag of an answer that its run determines, in quotes.
    public static String tag(RunAnswer run, MediaType type) {
        return '"'
                + run.runId()
                + '.'
                + bit(run.stale())
                + bit(run.sampleOnly())
                + '.'
                + run.shapeVersion()
                + '.'
                + type.getSubtype()
                + '"';
    }

    private static char bit(boolean set) {
        return set ? '1' : '0';
    }
}
