import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks, or with "apply" rewrites, the Palantir format of every Java file below the given folders, and the paragraphs
/// of its Markdown comments, which that format may leave broken.
public final class Format {

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<String> faults = new ArrayList<>();
        for (Path file : sources(args)) {
            String source = Files.readString(file);
            String formatted = format(formatter, file, source);
            if (apply) {
                rewrite(file, source, MarkdownComments.rewrap(formatted));
            } else {
                if (!formatted.equals(source)) {
                    faults.add("not in Palantir format: " + file);
                }
                MarkdownComments.brokenLines(source)
                        .forEach(line ->
                                faults.add("comment broken in the middle of a paragraph: " + file + ":" + line));
            }
        }
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.err.println("Rewrite with: mvn process-sources -N -Dformat=apply");
            System.exit(1);
        }
    }

    private static String format(Formatter formatter, Path file, String source) {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException fault) {
            throw new IllegalArgumentException(file + ": " + fault.getMessage(), fault);
        }
    }

    private static void rewrite(Path file, String source, String formatted) throws IOException {
        if (!formatted.equals(source)) {
            Files.writeString(file, formatted);
        }
    }

    private static List<Path> sources(String[] args) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int index = 1; index < args.length; index++) {
            if (Files.isDirectory(Path.of(args[index]))) {
                try (Stream<Path> tree = Files.walk(Path.of(args[index]))) {
                    tree.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
