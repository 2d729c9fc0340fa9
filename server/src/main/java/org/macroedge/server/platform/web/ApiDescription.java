package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The head of the description of the API, and the schema of its problems.
@ServerOnly
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /// The name of the only way to say who asks.
    static final String BEARER = "bearer";

    private static final String DEFAULT = "http://127.0.0.1:8080";

    private static final String ABOUT = """
        In which direction the macro data point for each instrument, how strongly, how reliably and why, as known at \
        any instant.

        An answer is one line of JSON, the same bytes that the command line prints with `--format json`. Every key is \
        always present and `null` if there is no value. Instants are ISO 8601 in UTC; numbers are not rounded. Every read \
        has an ETag; a request with `If-None-Match` gets status 304 if nothing has changed. Problems follow RFC 9457; \
        programs may rely on their `type`, `urn:macro-edge:problem:…`. Where the server limits requests, each answer \
        says in `RateLimit` how many are left; a change counts as five reads.\
        """;

    @Bean
    OpenAPI openApi() {
        String version = ApiDescription.class.getPackage().getImplementationVersion();
        return new OpenAPI()
                .info(new Info()
                        .title("macro-edge")
                        .version(version == null ? "unpackaged" : version)
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(
                        new Server().url("/").description("this server"),
                        new Server().url(DEFAULT).description("a server on this machine that listens by default")))
                .components(new Components()
                        .addSchemas(OperationDescription.PROBLEM, problem())
                        .headers(LimitDescription.headers())
                        .addHeaders(TagDescription.NAME, TagDescription.header())
                        .addSecuritySchemes(BEARER, bearer()));
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                        "A key or, where an issuer is set, a token, in secured mode; `keys create` makes a key. Beside"
                            + " each operation stands the role that it needs: `viewer`, `analyst` or `admin`, each of"
                            + " which may do what those before it may.");
    }

    private static Schema<?> problem() {
        Schema<?> problem = typed("object").description("A problem (RFC 9457)");
        problem.addProperty("type", typed("string").format("uri").example("urn:macro-edge:problem:unknown-instrument"));
        problem.addProperty("title", typed("string").example("Unknown instrument"));
        problem.addProperty("status", typed("integer").format("int32").example(404));
        problem.addProperty(
                "detail",
                typed("string")
                        .example("Instrument \"EURSUD\" does not exist. The nearest are EURUSD, EURCHF, EURGBP"));
        problem.addProperty("instance", typed("string").format("uri-reference").example("/api/v1/bias/EURSUD"));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }

    private static Schema<?> typed(String type) {
        return new JsonSchema().types(Set.of(type));
    }
}
