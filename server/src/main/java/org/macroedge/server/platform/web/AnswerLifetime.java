package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;

/// How long whoever reads an answer may use it without asking again.
///
/// No correction can change an answer whose market time and record time are both fixed, once something was recorded at
/// or after that record time: record times only grow. It may be kept for a day; not for longer, since a later version
/// of macro-edge may answer more. Every other answer is validated on each use.
public final class AnswerLifetime {

    private static final Duration FIXED = Duration.ofDays(1);
    private static final String ATTRIBUTE = AnswerLifetime.class.getName();

    private AnswerLifetime() {}

    /// What the answer to a request says about its use.
    public static CacheControl of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof CacheControl fixed ? fixed : CacheControl.noCache();
    }

    /// Lets the answer to a request be kept, by its client alone where callers must say who they are.
    ///
    /// @param secured whether they must
    static void fix(HttpServletRequest request, boolean secured) {
        CacheControl kept = CacheControl.maxAge(FIXED);
        request.setAttribute(ATTRIBUTE, secured ? kept.cachePrivate() : kept.cachePublic());
    }
}
