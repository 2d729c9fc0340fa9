package org.macroedge.server.alerts.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.platform.config.Variable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;

/// The rules and channels of a process.
///
/// @param rules in the order of the file
/// @param channels in the order of the file
public record AlertFile(List<AlertRule> rules, List<AlertChannel> channels) {

    /// No alerts.
    public static final AlertFile NONE = new AlertFile(List.of(), List.of());

    public AlertFile {
        rules = List.copyOf(rules);
        channels = List.copyOf(channels);
    }

    /// Reads the file, and the secrets that it names.
    ///
    /// @param file null for no alerts
    /// @param catalogue that instruments and indicators of scopes are in
    /// @param variables of the environment
    /// @throws MacroEdgeException with `setting-fault` where the file or a secret cannot be used
    public static AlertFile read(@Nullable Path file, Catalogue catalogue, Map<String, String> variables) {
        if (file == null) {
            return NONE;
        }
        try {
            return new AlertFileReader(catalogue, new ChannelSecrets(variables)).read(file);
        } catch (CatalogueException fault) {
            throw AlertMessage.FAULTY_FILE.exception(
                    Variable.ALERTS.key(), fault.faults().getFirst().toString());
        }
    }

    /// The rules of labels.
    public List<AlertRule> ofLabels() {
        return rules.stream().filter(rule -> rule.kind().isOfLabels()).toList();
    }

    /// The rules of a kind.
    public List<AlertRule> of(AlertKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    /// A channel by its id.
    public Optional<AlertChannel> channel(String id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /// A channel by its id, in any case.
    ///
    /// @throws MacroEdgeException with `unknown-channel`
    public AlertChannel demandedChannel(String id) {
        return channel(id.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> AlertMessage.UNKNOWN_CHANNEL.exception(
                        ShownText.of(id),
                        channels.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        channels.stream().map(AlertChannel::id).toList())));
    }
}
