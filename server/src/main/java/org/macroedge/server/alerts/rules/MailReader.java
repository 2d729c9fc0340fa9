package org.macroedge.server.alerts.rules;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.channels.MailRoute;
import org.macroedge.server.alerts.channels.MailTls;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.platform.net.ThisMachine;

/// Reads a channel of e-mail.
final class MailReader {

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = "(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*";
    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern HOST = Pattern.compile(DOMAIN);
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{1,254}$)(?=[^@]{1,64}@)" + WORD + "(\\." + WORD + ")*@" + DOMAIN);
    private static final int MOST_RECIPIENTS = 20;
    private static final int MOST_PORT = 65_535;

    private final ChannelSecrets secrets;

    MailReader(ChannelSecrets secrets) {
        this.secrets = secrets;
    }

    AlertChannel read(String id, YamlEntry entry) {
        entry.only(List.of(
                "id", "kind", "host", "port", "tls", "from", "to", "userVariable", "passwordVariable", "private"));
        String host = entry.field("host").as(MailReader::host, "the name of a server, like mail.example.org");
        MailTls tls = tls(entry, host);
        Integer port = entry.optional("port", MailReader::port);
        MailRoute route = new MailRoute(tls, address(entry.field("from")), recipients(entry.field("to")), login(entry));
        URI server = URI.create("smtp://" + host + ":" + (port == null ? tls.port() : port));
        return new AlertChannel(id, ChannelKind.MAIL, server, null, null, route, ChannelReader.isPrivate(entry));
    }

    private static String host(String text) {
        String host =
                URI.create("smtp://" + AlertFileReader.matching(HOST, text)).getHost();
        if (host == null) {
            throw new IllegalArgumentException(text);
        }
        return host;
    }

    private static MailTls tls(YamlEntry entry, String host) {
        MailTls tls = entry.optional("tls", named -> named.code(MailTls.class));
        if (tls == MailTls.NONE && !ThisMachine.isNamed(host)) {
            throw entry.field("tls")
                    .failure(CatalogueMessage.INVALID_ENTRY, "e-mail without TLS is accepted for this machine only");
        }
        return tls == null ? MailTls.STARTTLS : tls;
    }

    private static int port(YamlEntry entry) {
        return entry.as(
                text -> {
                    int port = Integer.parseInt(text);
                    if (port < 1 || port > MOST_PORT) {
                        throw new IllegalArgumentException(text);
                    }
                    return port;
                },
                "a whole number from 1 to " + MOST_PORT);
    }

    private static String address(YamlEntry entry) {
        return entry.as(text -> AlertFileReader.matching(ADDRESS, text), "an address like desk@example.org");
    }

    private static List<String> recipients(YamlEntry list) {
        List<String> recipients = new ArrayList<>();
        for (YamlEntry entry : list.entries()) {
            String recipient = address(entry);
            if (recipients.contains(recipient)) {
                throw entry.failure(CatalogueMessage.INVALID_ENTRY, "an address is listed twice");
            }
            recipients.add(recipient);
        }
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            throw list.failure(CatalogueMessage.INVALID_ENTRY, "a channel has 1 to " + MOST_RECIPIENTS + " recipients");
        }
        return recipients;
    }

    /// The name of the user is often the address of the sender, and is not kept back.
    private MailRoute.@Nullable Login login(YamlEntry entry) {
        YamlEntry user = entry.fields().get("userVariable");
        YamlEntry password = entry.fields().get("passwordVariable");
        if (user == null && password == null) {
            return null;
        }
        if (user == null || password == null) {
            throw entry.field(user == null ? "passwordVariable" : "userVariable")
                    .failure(CatalogueMessage.INVALID_ENTRY, "a login has both a userVariable and a passwordVariable");
        }
        return new MailRoute.Login(
                secrets.read(user, text -> text, text -> List.of(), "the name of a user"),
                secrets.read(password, text -> text, "a password"));
    }
}
