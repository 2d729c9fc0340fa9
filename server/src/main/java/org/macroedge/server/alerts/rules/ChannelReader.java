package org.macroedge.server.alerts.rules;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.macroedge.server.alerts.channels.AlertChannel;
import org.macroedge.server.alerts.channels.ChannelKind;
import org.macroedge.server.alerts.channels.WebhookSigning;
import org.macroedge.server.catalogue.CatalogueMessage;
import org.macroedge.server.catalogue.YamlEntry;
import org.macroedge.server.platform.net.ThisMachine;

/// Reads a channel of the file of alerts.
final class ChannelReader {

    private static final String TELEGRAM = "https://api.telegram.org";
    private static final Pattern BOT_TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{20,100}");
    private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,20}|@[A-Za-z0-9_]{1,64}");
    /// Part of an address: long, or with a digit and rather long.
    private static final Pattern KEY = Pattern.compile(".{20,}|(?=.*[0-9]).{10,}");
    private static final String ADDRESS =
            "an address like https://example.org/hooks/1; http is accepted for this machine only";

    private final ChannelSecrets secrets;
    private final MailReader mail;

    ChannelReader(ChannelSecrets secrets) {
        this.secrets = secrets;
        this.mail = new MailReader(secrets);
    }

    /// No fault shows a value of the entry: a secret may stand where the name of its variable belongs.
    AlertChannel read(YamlEntry described) {
        YamlEntry entry = described.unshown();
        String id = AlertFileReader.id(entry.field("id"));
        return switch (entry.field("kind").code(ChannelKind.class)) {
            case WEBHOOK -> webhook(id, entry);
            case SLACK -> chat(id, ChannelKind.SLACK, entry);
            case DISCORD -> chat(id, ChannelKind.DISCORD, entry);
            case TELEGRAM -> telegram(id, entry);
            case MAIL -> mail.read(id, entry);
        };
    }

    private AlertChannel webhook(String id, YamlEntry entry) {
        entry.only(List.of("id", "kind", "address", "addressVariable", "secretVariable", "private"));
        YamlEntry open = entry.fields().get("address");
        YamlEntry secret = entry.fields().get("addressVariable");
        if (open != null && secret != null) {
            throw secret.failure(
                    CatalogueMessage.INVALID_ENTRY, "a channel has an address or names a variable, not both");
        }
        return new AlertChannel(
                id,
                ChannelKind.WEBHOOK,
                secret == null ? open(entry.field("address")) : address(secret),
                secrets.read(
                        entry.field("secretVariable"),
                        WebhookSigning::of,
                        "a secret of Standard Webhooks (whsec_ and 24 to 64 bytes in base64)"),
                null,
                null,
                isPrivate(entry));
    }

    /// Whoever has the address can write into the chat, so that it is a secret.
    private AlertChannel chat(String id, ChannelKind kind, YamlEntry entry) {
        entry.only(List.of("id", "kind", "addressVariable", "private"));
        return new AlertChannel(id, kind, address(entry.field("addressVariable")), null, null, null, isPrivate(entry));
    }

    private AlertChannel telegram(String id, YamlEntry entry) {
        entry.only(List.of("id", "kind", "address", "tokenVariable", "chat"));
        URI base = entry.optional("address", ChannelReader::open);
        String token = secrets.read(
                entry.field("tokenVariable"),
                text -> AlertFileReader.matching(BOT_TOKEN, text),
                text -> List.of(text.substring(text.indexOf(':') + 1)),
                "the token of a bot, like 123456:ABC and so on");
        return new AlertChannel(
                id,
                ChannelKind.TELEGRAM,
                URI.create((base == null ? TELEGRAM : base.toString()) + "/bot" + token + "/sendMessage"),
                null,
                entry.field("chat")
                        .as(
                                text -> AlertFileReader.matching(CHAT, text),
                                "the number of a chat, or @ and the name of a channel"));
    }

    /// Whether the file allows the receiver a private address.
    static boolean isPrivate(YamlEntry entry) {
        Boolean isPrivate = entry.optional("private", YamlEntry::flag);
        return isPrivate != null && isPrivate;
    }

    private static URI open(YamlEntry entry) {
        return entry.as(ChannelReader::address, ADDRESS);
    }

    /// Of an address, the parts that may be a key are kept back, and not its host or its words.
    private URI address(YamlEntry named) {
        return secrets.read(named, ChannelReader::address, ChannelReader::keys, ADDRESS);
    }

    private static List<String> keys(String address) {
        String afterHost = address.replaceFirst("^[a-z]+://[^/?]*", "");
        return Arrays.stream(afterHost.split("[/?&=#]"))
                .filter(part -> KEY.matcher(part).matches())
                .toList();
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        String host = address.getHost();
        boolean secure = "https".equals(address.getScheme());
        boolean local = "http".equals(address.getScheme()) && host != null && ThisMachine.isNamed(host);
        if (host == null || address.getUserInfo() != null || address.getFragment() != null || !secure && !local) {
            throw new IllegalArgumentException("not an address that a message is sent to");
        }
        return address;
    }
}
