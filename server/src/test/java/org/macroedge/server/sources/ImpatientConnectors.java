package org.macroedge.server.sources;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.macroedge.server.releases.intake.ReleaseAdapter;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.fetch.FetchRequest;
import org.macroedge.server.sources.series.Observation;

/// Connectors of the product that wait for an answer no longer than a test wants.
final class ImpatientConnectors {

    private ImpatientConnectors() {}

    static SourceConnector of(SourceConnector connector, Supplier<Duration> deadline) {
        return switch (connector) {
            case CalendarConnector calendar -> new ImpatientCalendar(calendar, deadline);
            case SeriesConnector series -> new ImpatientSeries(series, deadline);
            case VintageConnector vintages -> throw new IllegalArgumentException(vintages.toString());
            case PriceConnector prices -> throw new IllegalArgumentException(prices.toString());
        };
    }

    private static SourceContract within(Duration deadline, SourceContract contract) {
        FetchPolicy policy = contract.policy();
        return new SourceContract(
                contract.id(),
                contract.kind(),
                contract.address(),
                new FetchPolicy(policy.requests(), policy.per(), deadline, policy.mostBytes(), policy.trusted()),
                contract.limit(),
                contract.fresh(),
                contract.key(),
                contract.keyRequired(),
                contract.triedLive());
    }

    private record ImpatientCalendar(CalendarConnector connector, Supplier<Duration> deadline)
            implements CalendarConnector {

        @Override
        public SourceContract contract() {
            return within(deadline.get(), connector.contract());
        }

        @Override
        public List<FetchRequest> requests(SourceAccess access, LocalDate today) {
            return connector.requests(access, today);
        }

        @Override
        public ReleaseAdapter read(Payload payload) {
            return connector.read(payload);
        }
    }

    private record ImpatientSeries(SeriesConnector connector, Supplier<Duration> deadline) implements SeriesConnector {

        @Override
        public SourceContract contract() {
            return within(deadline.get(), connector.contract());
        }

        @Override
        public List<Asked> requests(SourceAccess access, List<String> keys, LocalDate today) {
            return connector.requests(access, keys, today);
        }

        @Override
        public List<Observation> read(Payload payload, List<String> keys) {
            return connector.read(payload, keys);
        }
    }
}
