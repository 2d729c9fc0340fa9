package org.macroedge.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.macroedge.server.app.TestStore;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.config.KeyPlace;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.database.Database;
import org.macroedge.server.platform.database.TestDatabase;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.platform.time.SettableClock;
import org.macroedge.server.sources.fetch.FaultServer;
import org.macroedge.server.sources.view.SourceRun;

/// A key is used, and stands in no table and no answer, also where a publisher repeats it. A stub stands in for a
/// vault; the answers are composed.
class CanaryKeyTest {

    private static final String CANARY = "canary7f3a91c4d2e8b6";
    private static final String TOKEN = "canary-token-77aa";
    private static final String FIGURES = """
        {"status":"REQUEST_SUCCEEDED","responseTime":1,"message":["key %s"],"Results":{"series":[
         {"seriesID":"CES0000000001","data":[
          {"year":"2026","period":"M09","value":"159381","footnotes":[{}]},
          {"year":"2026","period":"M08","value":"159286","footnotes":[{}]}]}]}}\
        """;

    private final SettableClock clock = new SettableClock("2026-11-26T12:00:00Z");
    private Database database;
    private TestStore store;
    private FaultServer vault;
    private FaultServer publisher;
    private TestIngestion sources;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.fresh();
        store = TestStore.of(database, CatalogueLoader.load(Path.of("../catalogue")), clock);
        vault = FaultServer.of(holding(CANARY));
        publisher = FaultServer.of(FaultServer.answer("200 OK", "", FIGURES.formatted(CANARY)));
        KeyPlace place = new KeyPlace(KeyPlace.Store.VAULT, "secret", "macro-edge", vault.address(""), TOKEN, null);
        URI address = publisher.address("/data");
        sources = TestIngestion.of(
                store,
                clock,
                new SourceSettings(
                        null, Map.of("bls", address, "fred", address), Map.of(), Set.of(Variable.FRED_TERMS), place));
    }

    @AfterEach
    void close() throws IOException {
        sources.close();
        publisher.close();
        vault.close();
        database.close();
    }

    private static String holding(String key) {
        return FaultServer.answer(
                "200 OK",
                "Content-Type: application/json\r\n",
                "{\"data\":{\"data\":{\"MACRO_EDGE_BLS_KEY\":\"%s\",\"MACRO_EDGE_FRED_KEY\":\"%s\"},\"metadata\":{"
                                .formatted(key, key)
                        + "\"created_time\":\"2026-11-26T12:00:00Z\",\"deletion_time\":\"\",\"destroyed\":false,"
                        + "\"version\":1}}}");
    }

    private SourceRun ingest(String source) {
        SourceRun run = sources.ingestion().ingest(source, request -> {}).getFirst();
        assertThat(Json.text(run) + Json.text(sources.views().list())).doesNotContain(CANARY, TOKEN);
        assertNowhereInTheStore();
        return run;
    }

    private void assertNowhereInTheStore() {
        for (String table : database.jdbc()
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .query(String.class)
                .list()) {
            assertThat(database.jdbc()
                            .sql("SELECT t::text FROM \"" + table + "\" t WHERE t::text LIKE '%canary%'")
                            .query(String.class)
                            .list())
                    .as(table)
                    .isEmpty();
        }
        assertThat(database.jdbc()
                        .sql("SELECT body FROM raw_payload")
                        .query((row, number) -> unpacked(row.getBytes("body")))
                        .list())
                .noneMatch(body -> body.contains("canary"));
    }

    private static String unpacked(byte[] body) {
        try {
            return new String(
                    new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException garbled) {
            throw new AssertionError(garbled);
        }
    }

    private long payloads() {
        return database.jdbc()
                .sql("SELECT count(*) FROM raw_payload")
                .query(Long.class)
                .single();
    }

    @Test
    void anAnswerThatRepeatsTheKeyIsReadAndNotKept() {
        assertThat(ingest("bls").state()).isEqualTo("stored");

        assertThat(publisher.requests().getFirst()).contains("\"registrationkey\":\"" + CANARY + "\"");
        assertThat(payloads()).isZero();
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM observation")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAnswerWithoutTheKeyIsKept() {
        publisher.answerWith(FaultServer.text(FaultServer.answer("200 OK", "", FIGURES.formatted("accepted"))));
        ingest("bls");

        assertThat(payloads()).isEqualTo(1);
    }

    @Test
    void aRefusalThatRepeatsTheKeyIsToldWithoutIt() {
        publisher.answerWith(FaultServer.text(FaultServer.answer(
                "200 OK",
                "",
                "{\"status\":\"REQUEST_NOT_PROCESSED\",\"message\":[\"the key " + CANARY + " is not valid\"]}")));
        SourceRun run = ingest("bls");

        assertThat(run.code()).isEqualTo("source-refused");
        assertThat(run.note()).contains("the key *** is not valid");
    }

    @Test
    void errorPagesThatRepeatTheKeyLeaveNoTraceOfIt() {
        for (String status : new String[] {"401 Unauthorized", "400 Bad Request", "200 OK"}) {
            clock.set(clock.instant().plusSeconds(86_400));
            publisher.answerWith(FaultServer.text(
                    FaultServer.answer(status, "X-Key: " + CANARY + "\r\n", "<p>no such key: " + CANARY + "</p>")));

            assertThat(ingest("fred").state()).isEqualTo("failed");
            assertThat(publisher.requests().getLast()).contains("api_key=" + CANARY);
        }
    }

    @Test
    void aKeyThatIsChangedInTheVaultIsUsedWithoutARestart() {
        ingest("bls");
        vault.answerWith(FaultServer.text(holding("canary-second-key")));
        clock.set("2026-11-26T12:05:00Z");
        ingest("bls");

        assertThat(publisher.requests().getLast()).contains("\"registrationkey\":\"canary-second-key\"");
    }

    @Test
    void aVaultThatRefusesSwitchesItsSourcesOffAndSaysSo() {
        vault.answerWith(FaultServer.text(
                FaultServer.answer("403 Forbidden", "", "{\"errors\":[\"" + TOKEN + " has no access\"]}")));

        for (String source : new String[] {"bls", "fred"}) {
            SourceRun run = ingest(source);
            assertThat(run.state()).isEqualTo("off");
            assertThat(run.code()).isEqualTo("key-refused");
        }
        assertThat(publisher.requests()).isEmpty();
        clock.set("2026-11-26T12:01:00Z");
        vault.answerWith(FaultServer.text(holding(CANARY)));
        assertThat(ingest("bls").state()).isEqualTo("stored");
    }
}
