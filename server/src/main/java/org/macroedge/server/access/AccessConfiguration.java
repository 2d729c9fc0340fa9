package org.macroedge.server.access;

import java.time.Clock;
import java.time.Duration;
import org.macroedge.server.access.keys.ApiKeys;
import org.macroedge.server.access.keys.KeyRing;
import org.macroedge.server.access.limits.LimitsConfiguration;
import org.macroedge.server.access.limits.RequestLimits;
import org.macroedge.server.access.tokens.Tokens;
import org.macroedge.server.platform.config.InRole;
import org.macroedge.server.platform.config.OidcSettings;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.config.Settings;
import org.macroedge.server.platform.web.Caller;
import org.macroedge.server.platform.web.CallerKind;
import org.macroedge.server.platform.web.Role;
import org.macroedge.server.platform.web.ServerPaths;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may ask.
@Configuration(proxyBeanMethods = false)
@Import({AccessFilter.class, CallerController.class, RoleCheck.class, LimitsConfiguration.class})
public class AccessConfiguration {

    private static final Duration GRACE = Duration.ofSeconds(30);
    /// The slowest line that anyone sends files over is faster.
    private static final long LEAST_BYTES_PER_SECOND = 1_024;

    /// The caller is known by now: [AccessFilter] has looked it up in memory.
    @Bean
    @ServerOnly
    ReadAccess readAccess() {
        return request -> request.getUserPrincipal() instanceof Caller caller
                && caller.role().covers(Role.VIEWER);
    }

    @Bean
    @ServerOnly
    WebServerFactoryCustomizer<JettyServletWebServerFactory> slowBodies() {
        return factory -> factory.addServerCustomizers(
                server -> server.insertHandler(new SlowBodies(GRACE, LEAST_BYTES_PER_SECOND)));
    }

    @Bean
    @ServerOnly
    AccessHealth accessHealthIndicator(Settings settings, ApiKeys keys) {
        return new AccessHealth(settings.access(), keys);
    }

    @Bean
    @ServerOnly
    StayAccess stayAccess(KeyRing keys, Clock clock) {
        return caller -> (caller.until() == null || clock.instant().isBefore(caller.until()))
                && (caller.kind() != CallerKind.KEY || keys.accepts(caller));
    }

    @Bean
    @ServerOnly
    WebMvcRegistrations roleMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RoleMapping();
            }
        };
    }

    @Bean
    @InRole(ServerRole.API)
    ServletRegistrationBean<SignInServlet> signIn(Settings settings) {
        return new ServletRegistrationBean<>(new SignInServlet(SignInView.of(settings.access())), ServerPaths.SIGN_IN);
    }

    @Bean
    @ServerOnly
    AnswerHead answerHead(Settings settings) {
        return new AnswerHead(PagePolicy.of(settings.access()));
    }

    @Bean
    @InRole(ServerRole.API)
    HeldAccess heldAccess(Callers callers, RequestLimits limits, AnswerHead head) {
        return new UsualReads(callers, limits, head);
    }

    @Bean
    @ServerOnly
    LocalSecret localSecret() {
        return LocalSecret.random();
    }

    @Bean
    @ServerOnly
    Callers callers(Settings settings, LocalSecret secret, KeyRing keys, Clock clock) {
        OidcSettings oidc = settings.access().oidc();
        return new Callers(settings.access(), secret, keys, oidc == null ? null : Tokens.of(oidc, clock));
    }
}
