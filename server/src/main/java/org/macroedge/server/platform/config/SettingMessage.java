package org.macroedge.server.platform.config;

import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// Why a setting cannot be used. No message shows the value of a variable that may hold a password.
enum SettingMessage implements Problem {
    UNKNOWN_VARIABLE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "unknown environment variable {name}",
            "A variable starts with MACRO_EDGE_ and is not known; it may be misspelled.",
            "Did you mean {nearest}?")),
    UNKNOWN_VARIABLE_UNLIKE_ANY(Wording.of(
            ProblemCode.SETTING_FAULT,
            "unknown environment variable {name}",
            "A variable starts with MACRO_EDGE_, and no known one has a similar name.",
            "docs/reference/configuration.md lists all variables")),
    PORT_OUT_OF_RANGE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "port {port} is not between 0 and {most}",
            "TCP has no such port.",
            "0 stands for any free port")),
    PORT_NOT_A_NUMBER(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a number",
            "The port is not written in digits.",
            "Ports are 0 to {most}")),
    OTHER_DATABASE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} does not start with {scheme}",
            "The URL names another database than PostgreSQL, or is no JDBC URL.",
            "Write it like jdbc:postgresql://host/database?user=name&password=secret")),
    NOT_A_PROFILE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} does not say what of TimescaleDB the store uses",
            "The variable has a fixed list of values.",
            "Allowed values: {allowed}")),
    NOT_REDIS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is not the address of a Redis",
            "It does not start with redis:// or rediss://, or names no host.",
            "Write it like redis://host:6379 or rediss://user:password@host:6380")),
    NOT_A_BROKER(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} does not say where events are sent",
            "The variable has a fixed list of values.",
            "Allowed values: {allowed}")),
    BROKER_WITHOUT_ADDRESS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={broker} needs {address}",
            "Events are to be sent to a broker whose address is missing.",
            "Name the broker, or leave {name} out")),
    NOT_A_STREAM_PREFIX(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} cannot begin the name of a topic",
            "The text has other letters than those of Kafka's topics, or more than 100.",
            "Use letters, digits, dots, underscores and hyphens")),
    NOT_A_STREAM_LENGTH(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not the length of a stream",
            "The text is not a whole number from 1,000 to 100,000,000.",
            "Write it like 100000")),
    NOT_KAFKA(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is not a list of Kafka's servers",
            "A part of it is not a host and a port with : between them.",
            "Write it like kafka-1.example.org:9092,kafka-2.example.org:9092")),
    UNREADABLE_CLIENT_FILE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}: {path} cannot be read",
            "The file with the settings of the connection does not exist, may not be read, or is no file of"
                    + " properties.",
            "Correct the path, the rights or the content of the file")),
    NOT_A_CLIENT_SETTING(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}: \"{key}\" does not belong into the file",
            "The file is for how the connection is secured; the rest is set by the server.",
            "Leave settings that begin with security., sasl. or ssl. in it, and no others")),
    NOT_OTLP(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is not the address of a collector of traces",
            "It does not start with http:// or https://, names no host, or has a login, a query or a fragment.",
            "Write it like http://127.0.0.1:4318, the address for OTLP over HTTP")),
    NOT_OTLP_HEADERS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is not a list of headers",
            "A part of it is not a name and a value with = between them.",
            "Write it like name=value,other=value, with other characters than letters and digits as %20")),
    NOT_A_SHARE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a share",
            "The text is not a number from 0 to 1.",
            "Write it like 0.1 to trace one of ten requests, or 1 to trace all")),
    NOT_A_ROLE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a role",
            "A server does everything, or one part of the work.",
            "Write serve, api, ingestion or bias-engine")),
    ROLE_ALONE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={role} needs {database}",
            "Servers of several roles share a database; the embedded one belongs to one server.",
            "Name the database that they share, or leave the role out")),
    NOT_A_PATH(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a path",
            "The operating system does not accept the text as a path.",
            "Write the path of a folder")),
    NOT_A_SIZE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a size",
            "The text is not a number with a unit.",
            "Write it like 500MB or 4GB")),
    NOT_A_CLOCK(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a virtual clock",
            "The text is not two times and a speed from 1 to 100,000.",
            "Remove it: only tests of the program set it, like 2026-01-05T00:00:00Z,2026-11-27T08:00:00Z,60")),
    NOT_ADDRESSES(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is not a list of sources and addresses",
            "A part of the list has no source, or an address with blanks, a query or a user.",
            "Write it like bls=https://proxy.example.org/bls, separated by commas")),
    UNKNOWN_SOURCE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} names \"{source}\", which is not a source",
            "No connector of this version fetches from a source with this id.",
            "Existing sources: {existing}")),
    KEY_TWICE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} and {file} are both set",
            "A key is given by its value and by a file, and they may differ.",
            "Remove one of them")),
    NOT_A_KEY(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} does not hold a key",
            "A key has no blanks, line ends or letters beyond ASCII, and at most 1,000 letters.",
            "Copy the key again from the publisher's message")),
    UNREADABLE_KEY(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}: {path} cannot be read",
            "The file of a key does not exist, or may not be read.",
            "Correct the path or the rights of the file")),
    NOT_A_KEY_PLACE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} does not say where keys are",
            "The text names neither a secret of a vault nor one of AWS.",
            "Write it like vault:secret/macro-edge or aws:macro-edge")),
    NOT_A_VAULT(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{place} needs the address of a vault in {name}",
            "The address is missing, has a path, or would send the token without encryption to another machine.",
            "Write it like https://vault.example.org:8200; http is accepted for this machine only")),
    NOT_ONE_TOKEN(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{place} needs a token in {name} or {file}",
            "Both variables are set, or neither is.",
            "Set one of them")),
    NOT_AN_ADDRESS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not an IP address",
            "The text is a name, has a port, or is no address at all.",
            "Write it like 127.0.0.1, 0.0.0.0 for every IPv4 address of this machine, or :: for every address")),
    UNSECURED(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} lets other machines ask the server, and nothing would stop them",
            "A server that listens on more than this machine needs to know who asks.",
            "Set {access} to keys or oidc, or leave {name} out")),
    NOT_AN_ACCESS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} does not say who may ask a server",
            "The variable has a fixed list of values.",
            "Allowed values: {allowed}")),
    NOT_AN_ISSUER(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not the address of an issuer",
            "The address is missing, has a query, or would be asked without encryption on another machine.",
            "Write it as the issuer's discovery document does, with https, like"
                    + " https://login.example.org/realms/desk")),
    NOT_A_RATE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a limit",
            "The text is not two numbers, or one of them is out of its range.",
            "Write requests a minute and at once, from {least} to {most} each, like 3000/500, or none")),
    NOT_A_NUMBER_OF_STREAMS(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a limit of streams",
            "The text is not two numbers, or one of them is out of its range.",
            "Write the streams of a caller and of an address, from 1 to {most} each, like 20/100, or none")),
    NOT_A_RANGE(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}: \"{value}\" is not an address or a network",
            "A part of the list is a name, has a port, or has bits beyond the length of its network.",
            "Write addresses and networks with commas between them, like 10.0.0.5,192.168.0.0/16")),
    UNUSED_ISSUER(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name} is set, and {access} is {mode}",
            "Tokens of an issuer are accepted in the mode oidc alone, so that the variable would have no effect.",
            "Set {access}={oidc}, or remove the variable")),
    NOT_A_NAME(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is not a name",
            "The text is missing, has blanks or letters beyond ASCII, or more than 200 letters.",
            "Write it as the issuer's tokens have it")),
    NOT_ACCEPTED(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} does not accept terms",
            "The variable has one value, by which the user of a source accepts its terms of use.",
            "Write {accepted} once you have read the terms, or leave the variable out")),
    NEITHER(Wording.of(
            ProblemCode.SETTING_FAULT,
            "{name}={value} is neither {on} nor {off}",
            "The variable has two values.",
            "Leave the variable out, which means {on}"));

    private final Wording wording;

    SettingMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
