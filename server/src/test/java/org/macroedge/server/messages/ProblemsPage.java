package org.macroedge.server.messages;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.macroedge.server.platform.error.Message;
import org.macroedge.server.platform.error.Problem;
import org.macroedge.server.platform.error.ProblemCode;
import org.macroedge.server.platform.error.Wording;

/// The text of `docs/reference/problems.md`, from the declared messages.
final class ProblemsPage {

    private static final String HEAD = """
        # Problems and other messages

        This page lists every message that macro-edge can show. Words in braces stand for values. A test generates the page
        from the messages that the code declares:
        `mvn test -pl engine,server -am -Dtest=ProblemsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dmacro-edge.write=true`.

        A failed request is answered with a problem ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)), whose `type` is
        `urn:macro-edge:problem:` and the code, and whose `detail` is the message. A failed command writes
        `macro-edge: ` and the message to standard error. Its exit status is 2 for problems of HTTP status 400, else 1.
        """;

    private ProblemsPage() {}

    static String of(List<Message> messages) {
        return HEAD
                + Arrays.stream(ProblemCode.values())
                        .map(code -> section(
                                "`" + code.code() + "`: " + code.title() + " (HTTP " + code.status() + ")",
                                messages,
                                message -> message instanceof Problem problem && problem.code() == code))
                        .collect(Collectors.joining())
                + Arrays.stream(PartSection.values())
                        .map(part -> section(part.title, messages, part::holds))
                        .collect(Collectors.joining())
                + LauncherMessages.section();
    }

    /// Messages that are a part of others, or that end nothing.
    private enum PartSection {
        FILES("Faults of files", "TableMessage"),
        ROWS("Rows that are set aside", "RowMessage", "PriceRowMessage"),
        FINDINGS("Findings of an import", "FindingKind"),
        PROFILES("Faults of profiles", "ProfileMessage", "PriceProfileMessage"),
        CATALOGUE("Faults of the catalogue and of other edited files", "CatalogueMessage"),
        USAGE("Wrong use of the command line", "UsageMessage"),
        FETCHES("Fetches that fail", "FetchMessage"),
        SOURCES("States of sources", "SourceMessage"),
        DOCTOR("What `doctor` finds", "DoctorMessage"),
        NOTES("Notes on standard error", "NoteMessage"),
        LOG("Lines in the log of a server", "LogMessage");

        private final String title;
        private final List<String> types;

        PartSection(String title, String... types) {
            this.title = title;
            this.types = List.of(types);
        }

        private boolean holds(Message message) {
            return types.contains(message.getClass().getSimpleName());
        }
    }

    /// A section; nothing where it has no message.
    private static String section(String title, List<Message> messages, Predicate<Message> belongs) {
        List<Wording> wordings =
                messages.stream().filter(belongs).map(Message::wording).toList();
        return wordings.isEmpty() ? "" : "\n## " + title + "\n\n" + table(wordings);
    }

    static String table(List<Wording> wordings) {
        return "| Message | Cause | Remedy |\n|---|---|---|\n"
                + wordings.stream().map(ProblemsPage::row).collect(Collectors.joining());
    }

    private static String row(Wording wording) {
        Wording plain = wording.plain();
        return "| " + cell(plain.text()) + " | " + cell(plain.cause()) + " | " + cell(plain.remedy()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
