package org.macroedge.server.platform.error;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macroedge.engine.vocabulary.Coded;

/// The words of a message. Text and remedy are templates: `{id}` stands for a value, and `{rows:,}` for a number that
/// is written with thousands separators. A name that appears again stands for the same value.
///
/// @param code that a program can switch on: of a problem, or of what else the message belongs to
/// @param text what happened and where, without a full stop
/// @param cause when this happens, as a sentence for the list of messages
/// @param remedy what to do, without a full stop; shown after the text
public record Wording(String code, String text, String cause, String remedy) {

    private static final int LONGEST_VALUE = 1_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)(:,)?}");

    /// The words of a problem.
    public static Wording of(ProblemCode code, String text, String cause, String remedy) {
        return new Wording(code.code(), text, cause, remedy);
    }

    /// The words of a message about a part of a whole, such as a row.
    public static Wording of(Coded code, String text, String cause, String remedy) {
        return new Wording(code.code(), text, cause, remedy);
    }

    /// Text and remedy with values in them.
    ///
    /// @param values in the order in which their names first appear
    String filled(Object... values) {
        String template = remedy.isEmpty() ? text : text + ". " + remedy;
        if (PLACEHOLDER
                        .matcher(template)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .count()
                < values.length) {
            throw new IllegalArgumentException(values.length + " values for: " + template);
        }
        return filled(template, values);
    }

    /// The text alone with values in it.
    ///
    /// @param values in the order in which their names first appear; those of the remedy alone may follow
    String filledText(Object... values) {
        return filled(text, values);
    }

    private static String filled(String template, Object... values) {
        Map<String, Object> named = new HashMap<>();
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!named.containsKey(name)) {
                named.put(name, values[named.size()]);
            }
            String value = matcher.group(2) == null ? shown(named.get(name)) : grouped(named.get(name));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    /// A value that a user sent may be of any length.
    private static String shown(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    private static String grouped(Object number) {
        return String.format(Locale.ROOT, "%,d", ((Number) number).longValue());
    }

    /// Text and remedy as readers of documents see them: `{rows:,}` as `{rows}`.
    public Wording plain() {
        return new Wording(code, plain(text), cause, plain(remedy));
    }

    private static String plain(String template) {
        return PLACEHOLDER.matcher(template).replaceAll("{$1}");
    }

    /// What every message with these words matches, whether its remedy is shown or not.
    public Pattern pattern() {
        return Pattern.compile(regex(text) + (remedy.isEmpty() ? "" : "(\\. " + regex(remedy) + ")?"), Pattern.DOTALL);
    }

    private static String regex(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(end, matcher.start())))
                    .append(".*");
            end = matcher.end();
        }
        return regex.append(Pattern.quote(template.substring(end))).toString();
    }
}
