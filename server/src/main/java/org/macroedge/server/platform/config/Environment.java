package org.macroedge.server.platform.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.Nearest;
import org.macroedge.server.platform.error.NoteMessage;

/// The variables of the product among those of the process.
///
/// Kubernetes gives every container variables for each service of its namespace. Those of a service called
/// `macro-edge` begin like ours, and `MACRO_EDGE_PORT` even has the name of one of ours: they are ignored.
final class Environment {

    private static final Pattern SERVICE = Pattern.compile("MACRO_EDGE_(\\w+_)?SERVICE_(HOST|PORT\\w*)");
    private static final Pattern PORT = Pattern.compile("MACRO_EDGE_(\\w+_)?PORT\\w*");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp)://.*");

    private final Map<String, String> own = new TreeMap<>();
    private final Map<String, String> all;

    /// @param notes receives one line where variables of Kubernetes are ignored
    /// @throws MacroEdgeException with `setting-fault` where a variable of ours is unknown
    Environment(Map<String, String> variables, Consumer<String> notes) {
        this.all = variables;
        Map<String, String> ignored = new TreeMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(Variable.PREFIX)) {
                (isOfKubernetes(name, value, variables) ? ignored : own).put(name, value);
            }
        });
        own.keySet().stream()
                .filter(name -> !Variable.keys().contains(name))
                .findFirst()
                .ifPresent(Environment::refuse);
        if (!ignored.isEmpty()) {
            notes.accept(NoteMessage.KUBERNETES.text(String.join(", ", ignored.keySet())));
        }
    }

    /// `…_PORT_8080_TCP_ADDR` and the like hold no address with a scheme, but stand beside `…_PORT_8080_TCP`, which
    /// does.
    private static boolean isOfKubernetes(String name, String value, Map<String, String> variables) {
        if (SERVICE.matcher(name).matches()) {
            return true;
        }
        String address = name.replaceFirst("_(PROTO|PORT|ADDR)$", "");
        return PORT.matcher(name).matches()
                && (ADDRESS.matcher(value).matches()
                        || !address.equals(name)
                                && ADDRESS.matcher(variables.getOrDefault(address, ""))
                                        .matches());
    }

    private static void refuse(String name) {
        List<String> nearest = Nearest.to(name, Variable.keys());
        throw nearest.isEmpty()
                ? SettingMessage.UNKNOWN_VARIABLE_UNLIKE_ANY.exception(name)
                : SettingMessage.UNKNOWN_VARIABLE.exception(name, nearest.getFirst());
    }

    /// The value of a variable; one that is blank counts as not set.
    String text(Variable variable, String otherwise) {
        String text = own.getOrDefault(variable.key(), "");
        return text.isBlank() ? otherwise : text.strip();
    }

    /// The value of a variable that a standard names and other programs read too; empty where it is not set.
    String standard(String name) {
        return all.getOrDefault(name, "").strip();
    }
}
