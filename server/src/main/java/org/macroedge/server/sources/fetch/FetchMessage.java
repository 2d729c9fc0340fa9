package org.macroedge.server.sources.fetch;

import java.util.Locale;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Wording;

/// How a fetch can fail. No text holds more of an address than its host and path: the rest may hold a key.
public enum FetchMessage implements Message {
    UNKNOWN_HOST(
            "{host} is not known to the network",
            "The name of the publisher's server cannot be resolved.",
            "Check the connection to the internet and the name server"),
    NOT_CONNECTED(
            "{host} does not accept a connection",
            "The server refuses connections, or a firewall does.",
            "Check the firewall and the proxy; it is tried again at the next run"),
    TLS_FAILED(
            "{host} cannot be trusted: its certificate or its encryption is not accepted",
            "The certificate is invalid, or a proxy replaces it by its own.",
            "If a proxy does, add its certificate to the trust store of Java"),
    TIMED_OUT(
            "{host} did not answer whole within {seconds} seconds",
            "The server, or the way to it, is slow.",
            "It is tried again at the next run"),
    SILENT(
            "{host} fell silent: nothing came for {seconds} seconds",
            "The server, or the way to it, hangs.",
            "It is tried again at the next run"),
    BROKEN_OFF(
            "{host} broke off its answer",
            "The connection was reset, or fewer bytes came than were announced.",
            "It is tried again at the next run"),
    GARBLED(
            "the answer of {host} cannot be unpacked, or is not HTTP",
            "Its compression is broken or unknown, or something else than a web server answers.",
            "It is tried again at the next run"),
    TOO_LARGE(
            "the answer of {host} is longer than {megabytes} MB",
            "No answer of this source is as long; the rest was not read.",
            "Report it if it stays"),
    REDIRECTED(
            "{host} redirects to another place, which is not followed",
            "The server answers with the address of another server, or sends in circles.",
            "If the publisher has moved, wait for a new version, or set its address in MACRO_EDGE_SOURCE_ADDRESSES"),
    PRIVATE_ADDRESS(
            "{host} stands for an address within a private network, which is not fetched",
            "The name server gives an address that no publisher has.",
            "If it is a server of your own, set its address in MACRO_EDGE_SOURCE_ADDRESSES"),
    INSECURE(
            "{host} would be asked without encryption",
            "The address of a source begins with http, and is not of this machine.",
            "Write https in MACRO_EDGE_SOURCE_ADDRESSES"),
    KEY_REFUSED(
            "{host} refuses the key ({status}{words})",
            "The key is missing, mistyped or no longer valid.",
            "Check the key of the source; `sources list` names its variable"),
    PAYMENT_REQUIRED(
            "{host} wants to be paid for this (402{words})",
            "The plan of the key does not include what was asked for.",
            "Change the plan, or leave the source out of MACRO_EDGE_SOURCES"),
    FORBIDDEN(
            "{host} forbids this request (403{words})",
            "The key may not read this, or the server has blocked this address.",
            "Wait some hours before you try again; check the key if there is one"),
    NOT_FOUND(
            "{host} does not have what was asked for (404)",
            "A series was renamed or ended, or the publisher moved its data.",
            "Check the series in the catalogue"),
    TOO_MANY_REQUESTS(
            "{host} was asked too often (429)",
            "The limit of the source is reached, by this program or by others of the same address or key.",
            "It is asked again after {until}"),
    SERVER_FAULT(
            "{host} has a fault of its own ({status})",
            "The publisher's server does not work at the moment.",
            "It is tried again at the next run"),
    UNEXPECTED_STATUS(
            "{host} answered with status {status}{words}",
            "The server does not accept the request as it is.",
            "Report it if it stays"),
    PAUSED(
            "{source} rests until {until}, after: {fault}",
            "The source failed several times in a row, or asked for a pause.",
            "It is asked again after that time"),
    INTERRUPTED(
            "the fetch from {host} was interrupted",
            "The program was told to stop.",
            "It is tried again at the next run");

    private final Wording wording;

    FetchMessage(String text, String cause, String remedy) {
        this.wording = new Wording("fetch-" + name().toLowerCase(Locale.ROOT).replace('_', '-'), text, cause, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /// As in `fetch-timed-out`.
    public String code() {
        return wording.code();
    }

    /// Whether the source, and not the single request, is what failed.
    boolean isOfTheSource() {
        return !isOfTheRequest() && this != INTERRUPTED;
    }

    /// Whether other requests to the source may well be answered.
    public boolean isOfTheRequest() {
        return this == NOT_FOUND || this == UNEXPECTED_STATUS || this == TOO_LARGE;
    }
}
