package org.macroedge.server.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.macroedge.server.platform.config.ServerOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The head of the API's description, and the one shape of all its problems.
@ServerOnly
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String ABOUT = """
        Which way the macro data lean for each instrument, how strongly, how sure and why, as known at any instant.

        Answers are one line of JSON, and the same bytes as the command line prints with `--format json`: every key is \
        always there, and `null` where nothing is known; instants are ISO 8601 in UTC; numbers are not rounded. A read \
        carries an ETag; ask again with `If-None-Match` and get 304 while nothing has changed. Problems are RFC 9457 with \
        `type` `urn:macro-edge:problem:…`, on which programs may switch.\
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
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components().addSchemas(OperationDescription.PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        Schema<?> problem = typed("object").description("What is wrong, for a program and for a reader (RFC 9457)");
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
