package org.macroedge.server.fuzz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers by the rules that a profile declares, as the guide to profiles describes them, and no others.
///
/// @param suffixes the power of ten of each, in upper case
/// @param marked whether prefixes `$` and `~`, flags `r` and `(p)`, parentheses, ranges, bounds and compound values are
/// declared
record StrictNumbers(char decimal, char grouping, Set<String> missing, Map<String, Integer> suffixes, boolean marked) {

    private static final Pattern FLAG =
            Pattern.compile("(?:(?:r|\\(p\\))\\s*)*(.*?)(?:\\s*(?:r|\\(p\\)))*", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*(?:[-\u2013\u2014]|\\bto\\b)\\s*(.+)");

    private record Number(BigDecimal value, String suffix) {}

    /// The number of a cell.
    ///
    /// @return empty where the cell has none
    /// @throws StrictFault where it is not a number
    Optional<BigDecimal> read(String cell) throws StrictFault {
        String text = cell.strip();
        if (marked && text.indexOf('|') >= 0) {
            text = text.substring(0, text.indexOf('|')).strip();
        }
        if (text.isEmpty() || missing.contains(text)) {
            return Optional.empty();
        }
        for (String candidate : candidates(text)) {
            Optional<Number> number = single(candidate);
            if (number.isPresent()) {
                return number.map(this::scaled);
            }
        }
        return Optional.of(range(candidates(text)));
    }

    private List<String> candidates(String text) {
        List<String> candidates = new ArrayList<>(List.of(text));
        Matcher flags = FLAG.matcher(text);
        if (marked && flags.matches()) {
            candidates.add(flags.group(1).strip());
        }
        return candidates;
    }

    private BigDecimal scaled(Number number) {
        return number.value().scaleByPowerOfTen(number.suffix().isEmpty() ? 0 : suffixes.get(number.suffix()));
    }

    private BigDecimal range(List<String> candidates) throws StrictFault {
        for (String text : marked ? candidates : List.<String>of()) {
            Matcher ends = RANGE.matcher(text);
            if (!ends.matches()) {
                continue;
            }
            Optional<Number> lower = single(ends.group(1));
            Optional<Number> upper = single(ends.group(2));
            if (lower.isPresent() && upper.isPresent()) {
                Number first = lower.get();
                String suffix = first.suffix().isEmpty() ? upper.get().suffix() : first.suffix();
                BigDecimal sum = scaled(new Number(first.value(), suffix)).add(scaled(upper.get()));
                return sum.divide(BigDecimal.TWO);
            }
        }
        throw new StrictFault("not a number");
    }

    private Optional<Number> single(String text) {
        String rest = text;
        if (marked && rest.startsWith("(")) {
            int end = rest.indexOf(')');
            return end < 0
                    ? Optional.empty()
                    : unsigned(prefixless(rest.substring(1, end).strip()) + rest.substring(end + 1))
                            .map(number -> new Number(number.value().negate(), number.suffix()));
        }
        if (!rest.isEmpty() && "<>\u2264\u2265".indexOf(rest.charAt(0)) >= 0) {
            if (!marked) {
                return Optional.empty();
            }
            rest = rest.substring(1).stripLeading();
        }
        String bare = prefixless(rest);
        boolean prefixed = !bare.equals(rest);
        boolean negative = bare.startsWith("-") || bare.startsWith("\u2212");
        boolean signed = negative || bare.startsWith("+");
        String digits = signed ? bare.substring(1) : bare;
        return unsigned(signed && !prefixed ? prefixless(digits) : digits)
                .map(number -> negative ? new Number(number.value().negate(), number.suffix()) : number);
    }

    private String prefixless(String text) {
        return marked && (text.startsWith("$") || text.startsWith("~"))
                ? text.substring(1).stripLeading()
                : text;
    }

    private Optional<Number> unsigned(String text) {
        int end = 0;
        while (end < text.length()
                && (isDigit(text.charAt(end)) || text.charAt(end) == decimal || isGrouping(text, end))) {
            end++;
        }
        String number = text.substring(0, end);
        String suffix = text.substring(end).strip().toUpperCase(Locale.ROOT);
        int point = number.indexOf(decimal);
        String whole = point < 0 ? number : number.substring(0, point);
        String fraction = point < 0 ? "" : number.substring(point + 1);
        boolean valid = isWhole(whole) && fraction.chars().allMatch(letter -> isDigit((char) letter));
        if (!valid || (whole + fraction).isEmpty() || (!suffix.isEmpty() && !suffixes.containsKey(suffix))) {
            return Optional.empty();
        }
        String plain = whole.replace(String.valueOf(grouping), "");
        return Optional.of(new Number(new BigDecimal("0" + plain + "." + fraction + "0"), suffix));
    }

    private boolean isGrouping(String text, int index) {
        return text.charAt(index) == grouping;
    }

    private boolean isWhole(String whole) {
        String[] groups = whole.split(Pattern.quote(String.valueOf(grouping)), -1);
        for (int index = 0; index < groups.length; index++) {
            boolean grouped = groups.length > 1;
            int length = groups[index].length();
            boolean fits = !grouped || (index == 0 ? length >= 1 && length <= 3 : length == 3);
            if (!fits || !groups[index].chars().allMatch(letter -> isDigit((char) letter))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
