package org.macroedge.server.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macroedge.server.bias.view.BiasAnswer;
import org.macroedge.server.bias.view.BiasExplanation;
import org.macroedge.server.bias.view.BiasHistory;
import org.macroedge.server.bias.view.BiasSummary;
import org.macroedge.server.calendar.view.CalendarAnswer;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.indices.view.IndexExplanation;
import org.macroedge.server.indices.view.IndexHistory;
import org.macroedge.server.indices.view.IndexList;
import org.macroedge.server.reference.WrittenPage;
import org.macroedge.server.regime.view.RegimeHistory;
import org.macroedge.server.regime.view.RegimeList;
import org.macroedge.server.surprises.view.IndicatorList;
import org.macroedge.server.surprises.view.IndicatorReleases;

class GraphqlSchemaTest {

    private static final Path SHAPES = Path.of("src/main/resources/org/macroedge/server/graphql/shapes.graphqls");

    private static final String PAGE = """
        # GraphQL

        A server with `MACRO_EDGE_GRAPHQL=on` answers queries at `/graphql` ([how-to](../how-to/query-with-graphql.md)). A test
        writes this page from the schema:
        `mvn test -pl engine,server -am -Dtest=GraphqlSchemaTest -Dsurefire.failIfNoSpecifiedTests=false -Dmacro-edge.write=true`.

        - Each question is an operation of the [REST API](rest.md), with its parameters, names, units and values. What is `null` there
          is `null` here. `parts` and `halfLives`, whose keys are no fixed names, are lists of names and values.
        - Errors have one message, and the code of [a problem](problems.md) in `extensions.code`. A question that fails is `null`,
          and the others are answered.
        - There are queries only: no mutations, no subscriptions, no batches. The schema can be asked for, by whom may read.

        ## Limits

        | Limit | A request that exceeds it is refused |
        |---|---|
        | Body | %1$,d bytes |
        | Query | %2$,d characters, %3$,d tokens |
        | Depth | %4$d levels |
        | Aliases | %5$d |
        | List | %6$,d elements at a time, by `first` and `skip`; a longer one is refused, not cut |
        | Questions | %8$d |
        | Cost | %7$,d points: one for each field, in a list for each of its elements, and in a fragment wherever it is used. A list has as many elements as `first` says, or else `assumedSize` |
        | Time | %9$d seconds, with %10$d queries of all callers at a time |

        In secured mode, a query needs a key or token of any role, and counts as five requests in the [limit](../how-to/secure-the-server.md#limits).

        ## Schema

        ```graphql
        %11$s```
        """;

    private static final List<Class<?>> ANSWERS = List.of(
            BiasSummary.class,
            BiasAnswer.class,
            BiasExplanation.class,
            BiasHistory.class,
            CalendarAnswer.class,
            IndexList.class,
            IndexExplanation.class,
            IndexHistory.class,
            IndicatorList.class,
            IndicatorReleases.class,
            InstrumentList.class,
            RegimeList.class,
            RegimeHistory.class);

    @Test
    void itsShapesAreThoseOfTheApi() throws IOException {
        String shapes = ShapesText.of(ANSWERS);
        if (Boolean.getBoolean("macro-edge.write")) {
            Files.writeString(SHAPES, shapes);
        }
        assertThat(SHAPES)
                .as("run this test with -Dmacro-edge.write=true to write it")
                .hasContent(shapes);
    }

    @Test
    void theReferencePrintsItWithTheLimits() throws IOException {
        WrittenPage.assertUpToDate(
                "graphql.md",
                PAGE.formatted(
                        GraphqlLimits.BODY,
                        GraphqlLimits.CHARACTERS,
                        GraphqlLimits.TOKENS,
                        GraphqlLimits.DEPTH,
                        GraphqlLimits.ALIASES,
                        GraphqlLimits.PAGE,
                        GraphqlLimits.COST,
                        GraphqlLimits.QUESTIONS,
                        GraphqlLimits.PATIENCE.toSeconds(),
                        GraphqlLimits.RUNNING,
                        GraphqlSchema.text()));
    }

    @Test
    void everyQuestionIsDescribedAndTakesBothTimes() {
        GraphQLSchema schema = GraphqlSchema.of(Map.of());

        assertThat(schema.getMutationType()).isNull();
        assertThat(schema.getSubscriptionType()).isNull();
        assertThat(schema.getQueryType().getFieldDefinitions()).hasSize(ANSWERS.size());
        for (GraphQLFieldDefinition question : schema.getQueryType().getFieldDefinitions()) {
            assertThat(question.getDescription()).as(question.getName()).contains("REST `");
            assertThat(question.getArgument("asOf")).as(question.getName()).isNotNull();
            assertThat(question.getArgument("recordedAt"))
                    .as(question.getName())
                    .isNotNull();
        }
    }
}
