package org.macroedge.server.graphql;

import graphql.schema.DataFetcher;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.macroedge.server.bias.BiasAnswers;
import org.macroedge.server.calendar.CalendarAnswers;
import org.macroedge.server.catalogue.view.InstrumentList;
import org.macroedge.server.indices.IndexAnswers;
import org.macroedge.server.regime.RegimeAnswers;
import org.macroedge.server.surprises.IndicatorAnswers;

/// The questions of the schema, each answered as the operation of the API of the same name is.
final class GraphqlQuestions {

    private static final String INSTRUMENT = "instrument";
    private static final String INDEX = "index";
    private static final String INDICATOR = "indicator";

    private final GraphqlStore store;
    private final Map<String, DataFetcher<?>> answers = new HashMap<>();

    private GraphqlQuestions(GraphqlStore store) {
        this.store = store;
    }

    /// The answer to each, by the name of its field.
    static Map<String, DataFetcher<?>> of(GraphqlStore store) {
        GraphqlQuestions questions = new GraphqlQuestions(store);
        questions.addBias();
        questions.addIndices();
        questions.addOthers();
        return questions.answers;
    }

    private void addBias() {
        add("biasSummary", asked -> bias(asked).summary(asked.asOf(), asked.weightSet()));
        add("bias", asked -> bias(asked).instrument(asked.text(INSTRUMENT), asked.asOf(), asked.weightSet()));
        add("explanation", asked -> bias(asked).explanation(asked.text(INSTRUMENT), asked.asOf(), asked.weightSet()));
        add(
                "history",
                asked -> bias(asked)
                        .history(
                                asked.text(INSTRUMENT),
                                asked.asOf(),
                                asked.from(),
                                asked.to(),
                                asked.grid(),
                                asked.weightSet()));
    }

    private void addIndices() {
        add("indices", asked -> indices(asked).list(asked.asOf()));
        add("index", asked -> indices(asked).explanation(asked.text(INDEX), asked.asOf()));
        add(
                "indexHistory",
                asked -> indices(asked)
                        .history(asked.text(INDEX), asked.asOf(), asked.from(), asked.to(), asked.grid()));
    }

    private void addOthers() {
        add(
                "calendar",
                asked -> calendar(asked)
                        .between(asked.asOf(), asked.from(), asked.to(), asked.region(), asked.importance()));
        add("indicators", asked -> indicators(asked).list(asked.asOf()));
        add("indicatorReleases", asked -> indicators(asked).releases(asked.text(INDICATOR), asked.asOf()));
        add(
                "instruments",
                asked -> InstrumentList.of(
                        store.catalogue().at(asked.recordedAt()).instruments()));
        add("regimes", asked -> regimes(asked).list(asked.asOf()));
        add("regimeHistory", asked -> regimes(asked).history(asked.requiredRegion(), asked.asOf()));
    }

    private void add(String field, Function<GraphqlArguments, Object> answer) {
        answers.put(field, environment -> {
            GraphqlArguments asked = GraphqlArguments.of(environment.getArguments(), store.clock(), store.records());
            return AnswerField.json(answer.apply(asked));
        });
    }

    private BiasAnswers bias(GraphqlArguments asked) {
        return store.bias().at(asked.recordedAt());
    }

    private CalendarAnswers calendar(GraphqlArguments asked) {
        return store.calendar().at(asked.recordedAt());
    }

    private IndexAnswers indices(GraphqlArguments asked) {
        return store.indices().at(asked.recordedAt());
    }

    private IndicatorAnswers indicators(GraphqlArguments asked) {
        return store.indicators().at(asked.recordedAt());
    }

    private RegimeAnswers regimes(GraphqlArguments asked) {
        return store.regimes().at(asked.recordedAt());
    }
}
