package org.macroedge.server.platform.web;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.json.Json;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Gives every read an ETag and answers 304 without a body to a client that has these bytes already.
///
/// An answer of a run is tagged `"<runId>.<stale><sampleOnly>.<shape version>.<media type>"`, as in
/// `"3f…9a.01.1.json"`; the question's other parameters stand in the address. Every other read is tagged with a hash
/// of its bytes. `Cache-Control: no-cache` lets clients keep an answer and makes them ask whether it still holds: a
/// correction can change any past answer.
@ServerOnly
@RestControllerAdvice
public class AnswerTags implements ResponseBodyAdvice<Record> {

    /// 128 bits of the hash: two answers that differ never meet by chance.
    private static final int HASH_BYTES = 16;

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
                || !(request instanceof ServletServerHttpRequest asked)
                || !(response instanceof ServletServerHttpResponse answer)
                || !isRead(asked)) {
            return view;
        }
        response.getHeaders().setCacheControl(CacheControl.noCache());
        ServletWebRequest web = new ServletWebRequest(asked.getServletRequest(), answer.getServletResponse());
        if (view instanceof RunAnswer run) {
            return web.checkNotModified(tag(run, type)) ? null : view;
        }
        ReadyBytes bytes = new ReadyBytes(Json.line(view));
        return web.checkNotModified(tag(bytes)) ? null : bytes;
    }

    private static boolean isRead(ServletServerHttpRequest request) {
        String method = request.getServletRequest().getMethod();
        return "GET".equals(method) || "HEAD".equals(method);
    }

    /// The tag of an answer that its run determines, in quotes.
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

    private static String tag(ReadyBytes ready) {
        byte[] hash = Sha256.start().digest(ready.bytes());
        return '"' + HexFormat.of().formatHex(hash, 0, HASH_BYTES) + '"';
    }
}
