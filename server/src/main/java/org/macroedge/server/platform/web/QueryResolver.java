package org.macroedge.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.RecordClock;
import org.macroedge.server.platform.query.WeightedQuery;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads the parameters `asOf`, `recordedAt` and `weightSet` of every request into a [Query] or a [WeightedQuery],
/// and says how long their answer may be kept.
@ServerOnly
class QueryResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Clock clock;
    private final RecordClock store;
    private final boolean secured;

    QueryResolver(Clock clock, RecordClock store, Settings settings) {
        this.clock = clock;
        this.store = store;
        this.secured = settings.access().isSecured();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Query.class || parameter.getParameterType() == WeightedQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Query query = Query.ofParameters(request.getParameter(Query.AS_OF), request.getParameter(Query.RECORDED_AT))
                .checked(clock, store);
        if (query.isFixed(store)) {
            AnswerLifetime.fix(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)), secured);
        }
        if (parameter.getParameterType() == Query.class) {
            return query;
        }
        String weightSet = request.getParameter(WeightedQuery.WEIGHT_SET);
        return query.with(weightSet == null ? WeightedQuery.DEFAULT : weightSet);
    }
}
