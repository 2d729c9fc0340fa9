package org.macroedge.server.platform.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.home.HomeDirectory;
import org.springframework.util.unit.DataSize;

/// The settings of a process: the environment's variables, overridden by the options of a command.
///
/// @param home the folder that holds the store
/// @param catalogue the catalogue's folder
/// @param databaseUrl a JDBC URL of another PostgreSQL, which may hold a password; null for the embedded one
/// @param sample whether an empty store is filled with the sample
/// @param port on 127.0.0.1; 0 for any free one
/// @param uploadLimit the most bytes of a request that uploads files
public record Settings(
        HomeDirectory home,
        Path catalogue,
        @Nullable String databaseUrl,
        boolean sample,
        int port,
        DataSize uploadLimit) {

    private static final String SAMPLE_ON = "on";
    private static final String SAMPLE_NONE = "none";
    private static final String DATABASE_SCHEME = "jdbc:postgresql:";
    private static final int MAX_PORT = 65_535;
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,5}(KB|MB|GB)");

    public Settings {
        if (port < 0 || port > MAX_PORT) {
            throw fault("port " + port + " is not between 0 and " + MAX_PORT, "0 stands for any free port");
        }
        if (databaseUrl != null && !databaseUrl.startsWith(DATABASE_SCHEME)) {
            // the value may hold a password
            throw fault(
                    Variable.DATABASE_URL.key() + " does not start with " + DATABASE_SCHEME,
                    "Write it like jdbc:postgresql://host/database?user=name&password=secret");
        }
    }

    /// Reads the variables; one that is blank counts as not set.
    ///
    /// @param notes receives what is ignored
    /// @throws MacroEdgeException with `setting-fault` where a variable is unknown or its value is not valid
    public static Settings of(Map<String, String> variables, Consumer<String> notes) {
        Environment environment = new Environment(variables, notes);
        String url = environment.text(Variable.DATABASE_URL, "");
        return new Settings(
                new HomeDirectory(path(environment, Variable.HOME, System.getProperty("user.home") + "/.macro-edge")),
                path(environment, Variable.CATALOGUE, "catalogue"),
                url.isEmpty() ? null : url,
                sample(environment.text(Variable.SAMPLE, SAMPLE_ON)),
                port(environment.text(Variable.PORT, "8080")),
                uploadLimit(environment.text(Variable.UPLOAD_LIMIT, "4GB")));
    }

    private static Path path(Environment environment, Variable variable, String otherwise) {
        String text = environment.text(variable, otherwise);
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw fault(variable.key() + "=" + text + " is not a path", "");
        }
    }

    private static boolean sample(String text) {
        if (!text.equals(SAMPLE_ON) && !text.equals(SAMPLE_NONE)) {
            throw fault(Variable.SAMPLE.key() + "=" + text + " is neither " + SAMPLE_ON + " nor " + SAMPLE_NONE, "");
        }
        return text.equals(SAMPLE_ON);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException invalid) {
            throw fault(Variable.PORT.key() + "=" + text + " is not a number", "Ports are 0 to " + MAX_PORT);
        }
    }

    private static DataSize uploadLimit(String text) {
        if (!SIZE.matcher(text).matches()) {
            throw fault(Variable.UPLOAD_LIMIT.key() + "=" + text + " is not a size such as 500MB or 4GB", "");
        }
        return DataSize.parse(text);
    }

    private static MacroEdgeException fault(String what, String remedy) {
        return new MacroEdgeException(ProblemCode.SETTING_FAULT, what, "", remedy);
    }

    /// These settings with the home of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withHome(@Nullable Path option) {
        return option == null
                ? this
                : new Settings(new HomeDirectory(option), catalogue, databaseUrl, sample, port, uploadLimit);
    }

    /// These settings with the catalogue of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withCatalogue(@Nullable Path option) {
        return option == null ? this : new Settings(home, option, databaseUrl, sample, port, uploadLimit);
    }

    /// These settings with the port of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withPort(@Nullable Integer option) {
        return option == null ? this : new Settings(home, catalogue, databaseUrl, sample, option, uploadLimit);
    }

    /// These settings, for a store that stays empty until something is imported.
    public Settings withoutSample() {
        return new Settings(home, catalogue, databaseUrl, false, port, uploadLimit);
    }

    /// Leaves the database's URL out, which may hold a password.
    @Override
    public String toString() {
        return "Settings[home=" + home.path() + ", catalogue=" + catalogue + ", database="
                + (databaseUrl == null ? "embedded" : "by URL") + ", sample=" + sample + ", port=" + port
                + ", uploadLimit="
                + uploadLimit.toBytes() + "]";
    }
}
