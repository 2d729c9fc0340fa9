package org.macroedge.server.extremes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metrics as Prometheus reads them.
///
/// @param types by the name of the family
/// @param samples in their order
record Scrape(Map<String, String> types, List<Sample> samples) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:]\\w*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    /// A value with its labels.
    record Sample(String name, Map<String, String> labels, double value) {

        boolean has(String... namesAndValues) {
            for (int index = 0; index < namesAndValues.length; index += 2) {
                if (!namesAndValues[index + 1].equals(labels.get(namesAndValues[index]))) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @throws IllegalArgumentException where a line is neither a comment nor a sample
    static Scrape of(String text) {
        Map<String, String> types = new TreeMap<>();
        List<Sample> samples = text.lines()
                .filter(line -> {
                    Matcher type = TYPE.matcher(line);
                    if (type.matches()) {
                        types.put(type.group(1), type.group(2));
                    }
                    return !line.startsWith("#");
                })
                .map(Scrape::sample)
                .toList();
        return new Scrape(types, samples);
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        if (!sample.matches()) {
            throw new IllegalArgumentException("no sample: " + line);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        String value = sample.group(3).replace("+Inf", "Infinity");
        return new Sample(sample.group(1), labels, Double.parseDouble(value));
    }

    /// The sum of the samples of a name that have some labels; 0 where there are none.
    double sum(String name, String... namesAndValues) {
        Predicate<Sample> wanted = sample -> sample.name().equals(name) && sample.has(namesAndValues);
        return samples.stream().filter(wanted).mapToDouble(Sample::value).sum();
    }
}
