package org.macroedge.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.macroedge.server.platform.config.ServerOnly;
import org.macroedge.server.platform.config.ServerRole;
import org.macroedge.server.platform.query.Query;
import org.macroedge.server.platform.query.WeightedQuery;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How controllers take their parameters.
class ControllersTest {

    private static final Set<String> OF_A_QUERY = Set.of(Query.AS_OF, Query.RECORDED_AT, WeightedQuery.WEIGHT_SET);
    private static final Set<String> INSTANTS = Set.of("from", "to");

    @Test
    void oneResolverReadsTheTimesAndTheWeightSetOfEveryRequest() {
        assertThat(parameters()).isNotEmpty().noneMatch(parameter -> OF_A_QUERY.contains(parameter.getName()));
        assertThat(parameters().map(Parameter::getType)).contains(Query.class, WeightedQuery.class);
    }

    @Test
    void instantsAreTyped() {
        assertThat(parameters().filter(parameter -> INSTANTS.contains(parameter.getName())))
                .isNotEmpty()
                .allMatch(parameter -> parameter.getType() == Instant.class);
    }

    /// How imports, sources, jobs, keys, changes, alerts and versions of weight sets stand, and who asks, is always
    /// asked as of now.
    @Test
    void everyReadOfTheMarketTakesAQuery() {
        assertThat(handlers()
                        .filter(method -> method.isAnnotationPresent(GetMapping.class))
                        .filter(method -> !List.of(
                                        "ImportsController",
                                        "SourcesController",
                                        "JobsController",
                                        "StreamController",
                                        "ApiKeysController",
                                        "CallerController",
                                        "AuditController",
                                        "AlertsController",
                                        "WeightsController")
                                .contains(method.getDeclaringClass().getSimpleName())))
                .hasSizeGreaterThan(10)
                .allMatch(method -> Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type == Query.class || type == WeightedQuery.class));
    }

    /// What a message about a value of another form is made of.
    @Test
    void aParameterWithAFormSaysItInWordsWithAnExampleThatHasIt() {
        List<Schema> forms = new ArrayList<>();
        parameters().forEach(parameter -> {
            io.swagger.v3.oas.annotations.Parameter described = AnnotatedElementUtils.findMergedAnnotation(
                    parameter, io.swagger.v3.oas.annotations.Parameter.class);
            if (described != null && !described.schema().pattern().isEmpty()) {
                Schema form = described.schema();
                assertThat(described.example()).as(parameter.toString()).matches(form.pattern());
                if (!parameter.isAnnotationPresent(RequestHeader.class)) {
                    assertThat(form.description())
                            .as(parameter.toString())
                            .isNotEmpty()
                            .doesNotEndWith(".");
                }
                forms.add(form);
            }
        });
        assertThat(forms).hasSizeGreaterThan(5);
    }

    private static Stream<Parameter> parameters() {
        return handlers().flatMap(method -> Arrays.stream(method.getParameters()));
    }

    private static Stream<Method> handlers() {
        return controllers().stream()
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class));
    }

    private static List<Class<?>> controllers() {
        StandardEnvironment server = new StandardEnvironment();
        server.setActiveProfiles(ServerOnly.PROFILE, ServerRole.API.code());
        ClassPathScanningCandidateComponentProvider scan =
                new ClassPathScanningCandidateComponentProvider(false, server);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("org.macroedge.server").stream()
                .<Class<?>>map(bean -> ClassUtils.resolveClassName(name(bean), null))
                .toList();
    }

    private static String name(BeanDefinition bean) {
        return String.valueOf(bean.getBeanClassName());
    }
}
