import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks, or with "apply" rewrites, the Palantir format of every Java file below the given folders. */
public final class Format {

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build());
        List<Path> wrong = new ArrayList<>();
        for (Path file : sources(args)) {
            String source = Files.readString(file);
            String formatted = format(formatter, file, source);
            if (!formatted.equals(source)) {
                wrong.add(file);
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        if (!apply && !wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("not in Palantir format: " + file));
            System.err.println("Rewrite with: mvn process-sources -N -Dformat=apply");
            System.exit(1);
        }
    }

    private static String format(Formatter formatter, Path file, String source) throws Exception {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (com.palantir.javaformat.java.FormatterException fault) {
            throw new IllegalArgumentException(file + ": " + fault.getMessage(), fault);
        }
    }

    private static List<Path> sources(String[] args) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int at = 1; at < args.length; at++) {
            if (Files.isDirectory(Path.of(args[at]))) {
                try (Stream<Path> tree = Files.walk(Path.of(args[at]))) {
                    tree.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
