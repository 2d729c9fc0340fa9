package org.macroedge.server.ready;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.access.HeldAccess;
import org.macroedge.server.platform.log.ActivityLog;
import org.macroedge.server.platform.telemetry.AnsweredRequests;
import org.macroedge.server.platform.trace.Traces;
import org.macroedge.server.ready.ReadyAnswers.Moment;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpMethod;

/// Writes ready answers before any thread, servlet or filter is called, where all that they need is in memory: the
/// answer, its caller and the caller's tokens. Every other request gets a thread of its own and goes on to the
/// servlets, where [ReadyFilter] comes first. Whatever this does not see at a glance, the filters decide.
final class ReadyHandler extends Handler.Wrapper implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private final HeldAccess access;
    private final ReadyAnswers answers;
    private final ReadyMeters meters;

    ReadyHandler(HeldAccess access, ReadyAnswers answers, ReadyMeters meters) {
        this.access = access;
        this.answers = answers;
        this.meters = meters;
    }

    /// In front of all other handlers, those too that are added last.
    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                if (server.getHandler() != ReadyHandler.this) {
                    server.insertHandler(ReadyHandler.this);
                }
            }
        }));
    }

    /// A request that waits for anything is handled by a thread of its own.
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String address = ReadyReads.address(request.getMethod(), request.getHttpURI(), request.getHeaders());
        ReadyForm form = address == null ? null : form(address, request);
        if (address != null && form != null && access.admit(request, response.getHeaders())) {
            AnsweredRequests.name(request, address);
            meters.add(address, ReadyMeters.Source.HIT);
            form.write(response, callback);
        } else {
            request.setAttribute(ReadyReads.ATTRIBUTE, address);
            request.getContext().execute(() -> ask(request, response, callback));
        }
        return true;
    }

    /// Null where there is none, or where the request is to leave a trace or a line in the log.
    private @Nullable ReadyForm form(String address, Request request) {
        Moment moment = Traces.isOn() || ActivityLog.isOn() ? null : answers.held();
        ReadyAnswer ready = moment == null ? null : answers.find(address, moment);
        return ready == null
                ? null
                : ready.forms().of(HttpMethod.HEAD.matches(request.getMethod()), request.getHeaders());
    }

    private void ask(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable fault) {
            Response.writeError(request, response, callback, fault);
        }
    }
}
