package org.macroedge.server.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.home.HomeDirectory;
import org.macroedge.server.platform.time.VirtualClock;
import org.springframework.util.unit.DataSize;

/// The settings of a process: the environment's variables, overridden by the options of a command.
///
/// @param home the folder that holds the store
/// @param catalogue the catalogue's folder
/// @param databaseUrl a JDBC URL of another PostgreSQL, which may hold a password; null for the embedded one
/// @param timescale what of TimescaleDB the store uses
/// @param redisUrl of a Redis or Valkey that servers share, which may hold a password; null for none
/// @param events where events are sent
/// @param sample whether an empty store is filled with the sample; never by a server of one role
/// @param port on which a server listens; 0 for any free one
/// @param access who may ask a server, and where it listens
/// @param uploadLimit the most bytes of a request that uploads files
/// @param sources which sources are asked
/// @param alerts the file of rules and channels of alerts; null for no alerts
/// @param exports the file of scheduled exports; null for none
/// @param graphql whether a server answers GraphQL
/// @param traces where traces are sent; null for no traces
/// @param roles what part of its work a server does; never empty
public record Settings(
        HomeDirectory home,
        Path catalogue,
        @Nullable String databaseUrl,
        TimescaleSettings timescale,
        @Nullable String redisUrl,
        EventSettings events,
        boolean sample,
        int port,
        AccessSettings access,
        DataSize uploadLimit,
        SourceSettings sources,
        @Nullable Path alerts,
        @Nullable Path exports,
        boolean graphql,
        @Nullable TraceSettings traces,
        Set<ServerRole> roles) {

    private static final String OFF = "off";
    private static final String ON = "on";
    private static final String DATABASE_SCHEME = "jdbc:postgresql:";
    private static final Set<String> REDIS_SCHEMES = Set.of("redis", "rediss");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,5}(KB|MB|GB)");

    /// The greatest port.
    public static final int MAX_PORT = 65_535;

    public Settings {
        roles = Set.copyOf(roles);
        if (port < 0 || port > MAX_PORT) {
            throw SettingMessage.PORT_OUT_OF_RANGE.exception(port, MAX_PORT);
        }
        if (databaseUrl != null) {
            Secrets.remember(databaseUrl);
        }
        if (databaseUrl != null && !databaseUrl.startsWith(DATABASE_SCHEME)) {
            // the value may hold a password
            throw SettingMessage.OTHER_DATABASE.exception(Variable.DATABASE_URL.key(), DATABASE_SCHEME);
        }
        if (redisUrl != null) {
            Secrets.remember(redisUrl);
            checkRedis(redisUrl);
        }
    }

    /// With access and sources as they are by default.
    public Settings(
            HomeDirectory home,
            Path catalogue,
            @Nullable String databaseUrl,
            boolean sample,
            int port,
            DataSize uploadLimit) {
        this(
                home,
                catalogue,
                databaseUrl,
                TimescaleSettings.DEFAULT,
                null,
                EventSettings.DEFAULT,
                sample,
                port,
                AccessSettings.DEFAULT,
                uploadLimit,
                SourceSettings.DEFAULT,
                null,
                null,
                false,
                null,
                ServerRole.all());
    }

    /// Reads the variables; one that is blank counts as not set.
    ///
    /// @param notes receives what is ignored
    /// @throws MacroEdgeException with `setting-fault` where a variable is unknown or its value is not valid
    public static Settings of(Map<String, String> variables, Consumer<String> notes) {
        Environment environment = new Environment(variables, notes);
        String url = environment.text(Variable.DATABASE_URL, "");
        String redis = environment.text(Variable.REDIS_URL, "");
        Set<ServerRole> roles = roles(environment, url);
        isOn(environment, Variable.AOT, ON, OFF); // read by the launcher, which leaves the message to this check
        checkClock(environment.text(Variable.CLOCK, ""));
        checkLog(environment.text(Variable.LOG, ""));
        return new Settings(
                new HomeDirectory(path(environment, Variable.HOME, userHome(variables) + "/.macro-edge")),
                path(environment, Variable.CATALOGUE, "catalogue"),
                url.isEmpty() ? null : url,
                TimescaleSettings.of(environment),
                redis.isEmpty() ? null : redis,
                EventSettings.of(environment),
                isOn(environment, Variable.SAMPLE, ON, "none") && roles.equals(ServerRole.all()),
                port(environment.text(Variable.PORT, "8080")),
                AccessSettings.of(environment),
                uploadLimit(environment.text(Variable.UPLOAD_LIMIT, "4GB")),
                SourceSettings.of(environment),
                optionalPath(environment, Variable.ALERTS),
                optionalPath(environment, Variable.EXPORTS),
                isOn(environment, Variable.GRAPHQL, OFF, OFF),
                TraceSettings.of(environment),
                roles);
    }

    /// The value may hold a password, which no message repeats.
    private static void checkRedis(String url) {
        try {
            URI address = new URI(url);
            if (REDIS_SCHEMES.contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return;
            }
        } catch (URISyntaxException invalid) {
            // as any other address that is not one of Redis
        }
        throw SettingMessage.NOT_REDIS.exception(Variable.REDIS_URL.key());
    }

    /// The process has taken its clock before; any other text would silently leave it the machine's.
    private static void checkClock(String text) {
        if (!text.isEmpty() && !VirtualClock.isValid(text)) {
            throw SettingMessage.NOT_A_CLOCK.exception(Variable.CLOCK.key(), ShownText.of(text));
        }
    }

    /// The process has taken the form of its log before; any other text would silently leave it as it is by default.
    private static void checkLog(String text) {
        if (LogForm.of(text).isEmpty()) {
            throw SettingMessage.NEITHER.exception(Variable.LOG.key(), ShownText.of(text), "text", "json");
        }
    }

    /// `HOME` as the launcher and other programs read it. Java's own property asks the list of users instead.
    private static String userHome(Map<String, String> variables) {
        String home = variables.getOrDefault("HOME", "");
        return home.startsWith("/") ? home : System.getProperty("user.home");
    }

    private static @Nullable Path optionalPath(Environment environment, Variable variable) {
        return environment.text(variable, "").isEmpty() ? null : path(environment, variable, "");
    }

    private static Path path(Environment environment, Variable variable, String otherwise) {
        String text = environment.text(variable, otherwise);
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw SettingMessage.NOT_A_PATH.exception(variable.key(), text);
        }
    }

    /// @param otherwise what a variable without a value means
    /// @param off the only other value than on
    private static boolean isOn(Environment environment, Variable variable, String otherwise, String off) {
        String text = environment.text(variable, otherwise);
        if (!text.equals(ON) && !text.equals(off)) {
            throw SettingMessage.NEITHER.exception(variable.key(), text, ON, off);
        }
        return text.equals(ON);
    }

    /// @param databaseUrl which one of several roles cannot do without
    private static Set<ServerRole> roles(Environment environment, String databaseUrl) {
        String text = environment.text(Variable.ROLE, ServerRole.ALL);
        Set<ServerRole> roles = ServerRole.of(text)
                .orElseThrow(() -> SettingMessage.NOT_A_ROLE.exception(Variable.ROLE.key(), ShownText.of(text)));
        if (databaseUrl.isEmpty() && !roles.equals(ServerRole.all())) {
            throw SettingMessage.ROLE_ALONE.exception(Variable.ROLE.key(), text, Variable.DATABASE_URL.key());
        }
        return roles;
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException invalid) {
            throw SettingMessage.PORT_NOT_A_NUMBER.exception(Variable.PORT.key(), text, MAX_PORT);
        }
    }

    private static DataSize uploadLimit(String text) {
        if (!SIZE.matcher(text).matches()) {
            throw SettingMessage.NOT_A_SIZE.exception(Variable.UPLOAD_LIMIT.key(), text);
        }
        return DataSize.parse(text);
    }

    /// These settings with the home of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withHome(@Nullable Path option) {
        return option == null ? this : with(new HomeDirectory(option), catalogue, timescale, sample, port);
    }

    /// These settings with the catalogue of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withCatalogue(@Nullable Path option) {
        return option == null ? this : with(home, option, timescale, sample, port);
    }

    /// These settings with the port of an option.
    ///
    /// @param option null to keep what the environment says
    public Settings withPort(@Nullable Integer option) {
        return option == null ? this : with(home, catalogue, timescale, sample, option);
    }

    /// These settings, for a store that stays empty until something is imported.
    public Settings withoutSample() {
        return with(home, catalogue, timescale, false, port);
    }

    /// These settings, for a command that moves the store to TimescaleDB.
    public Settings repairing() {
        return with(home, catalogue, timescale.repairing(), sample, port);
    }

    /// These settings with what an option can replace.
    private Settings with(HomeDirectory home, Path catalogue, TimescaleSettings timescale, boolean sample, int port) {
        return new Settings(
                home,
                catalogue,
                databaseUrl,
                timescale,
                redisUrl,
                events,
                sample,
                port,
                access,
                uploadLimit,
                sources,
                alerts,
                exports,
                graphql,
                traces,
                roles);
    }

    /// Leaves the URLs out, which may hold passwords.
    @Override
    public String toString() {
        return "Settings[home=" + home.path() + ", catalogue=" + catalogue + ", database="
                + (databaseUrl == null ? "embedded" : "by URL") + ", timescale=" + timescale + ", redis="
                + (redisUrl == null ? "none" : "by URL") + ", events=" + events + ", sample=" + sample + ", port="
                + port + ", access="
                + access
                + ", uploadLimit="
                + uploadLimit.toBytes() + ", sources=" + sources + ", alerts=" + alerts
                + ", exports=" + exports + ", graphql=" + graphql + ", traces=" + traces + ", roles=" + roles + "]";
    }
}
