package org.macroedge.server.sources;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macroedge.server.platform.config.SourceSettings;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.UnknownName;
import org.macroedge.server.sources.fetch.FetchPolicy;
import org.macroedge.server.sources.keys.SourceKeys;

/// The connectors of this version, and which of them the settings switch on.
final class Connectors {

    private final List<SourceConnector> connectors;
    private final SourceSettings settings;
    private final SourceKeys keys;

    Connectors(List<SourceConnector> connectors, SourceSettings settings, SourceKeys keys) {
        this.connectors = connectors.stream()
                .sorted(Comparator.comparing(connector -> connector.contract().id()))
                .toList();
        this.settings = settings;
        this.keys = keys;
    }

    /// By id.
    List<SourceConnector> all() {
        return connectors;
    }

    /// @throws org.macroedge.server.platform.error.MacroEdgeException with `unknown-source`
    SourceConnector named(String id) {
        return connectors.stream()
                .filter(connector -> connector.contract().id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> UnknownName.source(
                        id,
                        connectors.stream()
                                .map(connector -> connector.contract().id())
                                .toList()));
    }

    SourceAccess access(SourceContract contract) {
        return new SourceAccess(
                settings.addresses().getOrDefault(contract.id(), contract.address()),
                key(contract).orElse(null));
    }

    /// The limits of a source; an address that the user set may be one of a private network.
    FetchPolicy policy(SourceContract contract) {
        return settings.addresses().containsKey(contract.id())
                ? contract.policy().trusting()
                : contract.policy();
    }

    boolean hasKey(SourceContract contract) {
        return key(contract).isPresent();
    }

    private Optional<String> key(SourceContract contract) {
        return Optional.ofNullable(contract.key()).flatMap(keys::key);
    }

    /// Why a source is off, and how to switch it on; empty where it is on.
    Optional<SourceNote> off(SourceContract contract) {
        if (!settings.allows(contract.id())) {
            return Optional.of(SourceNote.of(SourceMessage.NOT_CHOSEN, Variable.SOURCES.key(), contract.id()));
        }
        Variable key = contract.key();
        if (key != null && !hasKey(contract)) {
            Optional<SourceNote> note = keys.fault().map(fault -> new SourceNote(fault.code(), fault.text()));
            if (note.isPresent()) {
                return note;
            }
            if (contract.keyRequired()) {
                return Optional.of(
                        SourceNote.of(SourceMessage.NO_KEY, contract.address().getHost(), key.key()));
            }
        }
        SourceContract.Terms terms = contract.terms();
        return terms == null || settings.accepts(terms.variable())
                ? Optional.empty()
                : Optional.of(SourceNote.of(
                        SourceMessage.NO_TERMS, terms.page(), terms.variable().key()));
    }

    /// A sentence with its code.
    record SourceNote(String code, String text) {

        static SourceNote of(SourceMessage message, Object... values) {
            return new SourceNote(message.code(), message.advice(values));
        }

        static SourceNote rests(Instant until, String fault) {
            return of(SourceMessage.RESTS, until, fault);
        }
    }
}
