package org.macroedge.server.platform.config;

import java.util.Arrays;
import java.util.List;

/// Every environment variable of the product, in the order of the reference.
public enum Variable {
    HOME("MACRO_EDGE_HOME"),
    CATALOGUE("MACRO_EDGE_CATALOGUE"),
    DATABASE_URL("MACRO_EDGE_DATABASE_URL"),
    TIMESCALE("MACRO_EDGE_TIMESCALE"),
    REDIS_URL("MACRO_EDGE_REDIS_URL"),
    ROLE("MACRO_EDGE_ROLE"),
    SAMPLE("MACRO_EDGE_SAMPLE"),
    PORT("MACRO_EDGE_PORT"),
    ADDRESS("MACRO_EDGE_ADDRESS"),
    ACCESS("MACRO_EDGE_ACCESS"),
    OIDC_ISSUER("MACRO_EDGE_OIDC_ISSUER"),
    OIDC_AUDIENCE("MACRO_EDGE_OIDC_AUDIENCE"),
    OIDC_ROLES("MACRO_EDGE_OIDC_ROLES"),
    OIDC_CLIENT("MACRO_EDGE_OIDC_CLIENT"),
    LIMIT_CALLERS("MACRO_EDGE_LIMIT_CALLERS"),
    LIMIT_STRANGERS("MACRO_EDGE_LIMIT_STRANGERS"),
    LIMIT_FAILURES("MACRO_EDGE_LIMIT_FAILURES"),
    LIMIT_STREAMS("MACRO_EDGE_LIMIT_STREAMS"),
    PROXIES("MACRO_EDGE_PROXIES"),
    UPLOAD_LIMIT("MACRO_EDGE_UPLOAD_LIMIT"),
    ALERTS("MACRO_EDGE_ALERTS"),
    EXPORTS("MACRO_EDGE_EXPORTS"),
    GRAPHQL("MACRO_EDGE_GRAPHQL"),
    /// Read before all others, since each of them may be the matter of a line.
    LOG("MACRO_EDGE_LOG"),
    OTLP_URL("MACRO_EDGE_OTLP_URL"),
    TRACE_SHARE("MACRO_EDGE_TRACE_SHARE"),
    SOURCES("MACRO_EDGE_SOURCES"),
    SOURCE_ADDRESSES("MACRO_EDGE_SOURCE_ADDRESSES"),
    BLS_KEY("MACRO_EDGE_BLS_KEY"),
    BLS_KEY_FILE("MACRO_EDGE_BLS_KEY_FILE"),
    BEA_KEY("MACRO_EDGE_BEA_KEY"),
    BEA_KEY_FILE("MACRO_EDGE_BEA_KEY_FILE"),
    CENSUS_KEY("MACRO_EDGE_CENSUS_KEY"),
    CENSUS_KEY_FILE("MACRO_EDGE_CENSUS_KEY_FILE"),
    FINNHUB_KEY("MACRO_EDGE_FINNHUB_KEY"),
    FINNHUB_KEY_FILE("MACRO_EDGE_FINNHUB_KEY_FILE"),
    FMP_KEY("MACRO_EDGE_FMP_KEY"),
    FMP_KEY_FILE("MACRO_EDGE_FMP_KEY_FILE"),
    FRED_KEY("MACRO_EDGE_FRED_KEY"),
    FRED_KEY_FILE("MACRO_EDGE_FRED_KEY_FILE"),
    FRED_TERMS("MACRO_EDGE_FRED_TERMS"),
    STOOQ_KEY("MACRO_EDGE_STOOQ_KEY"),
    STOOQ_KEY_FILE("MACRO_EDGE_STOOQ_KEY_FILE"),
    TRADINGECONOMICS_KEY("MACRO_EDGE_TRADINGECONOMICS_KEY"),
    TRADINGECONOMICS_KEY_FILE("MACRO_EDGE_TRADINGECONOMICS_KEY_FILE"),
    YAHOO_TERMS("MACRO_EDGE_YAHOO_TERMS"),
    KEYS("MACRO_EDGE_KEYS"),
    VAULT_ADDRESS("MACRO_EDGE_VAULT_ADDRESS"),
    VAULT_TOKEN("MACRO_EDGE_VAULT_TOKEN"),
    VAULT_TOKEN_FILE("MACRO_EDGE_VAULT_TOKEN_FILE"),
    /// Set by tests only, and read before all others.
    CLOCK("MACRO_EDGE_CLOCK"),
    /// Read by the launcher.
    AOT("MACRO_EDGE_AOT"),
    /// Read by the launcher.
    JAVA_OPTS("MACRO_EDGE_JAVA_OPTS"),
    /// Read by the development server of the page.
    API("MACRO_EDGE_API"),
    /// Read by the Python client.
    CLIENT_KEY("MACRO_EDGE_CLIENT_KEY");

    /// What every name begins with.
    static final String PREFIX = "MACRO_EDGE_";

    private final String key;

    Variable(String key) {
        this.key = key;
    }

    /// The name in the environment.
    public String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Variable::key).toList();
    }
}
