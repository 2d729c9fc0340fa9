package org.macroedge.server.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads YAML: the root of a file, or of a text.
public final class YamlDocument {

    /// A longer file is refused.
    public static final int MOST_BYTES = 1_000_000;

    private YamlDocument() {}

    /// Reads a file.
    ///
    /// @throws CatalogueException if it is missing, empty or not YAML
    public static YamlEntry read(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) { // opening a pipe would wait for its writer
            throw fault(file, 1, CatalogueMessage.UNREADABLE.text("it is not a file"));
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file, stream.readNBytes(MOST_BYTES + 1));
        } catch (IOException fault) {
            throw fault(file, 1, CatalogueMessage.unreadable(fault));
        }
    }

    /// Reads the bytes of a file that another program sent.
    ///
    /// @param name of the file, for faults
    /// @throws CatalogueException if they are empty or not YAML
    public static YamlEntry read(String name, byte[] bytes) {
        return read(fileNamed(name), bytes);
    }

    private static YamlEntry read(Path file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw fault(file, 1, CatalogueMessage.TOO_LARGE.text(MOST_BYTES));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return compose(file, new StringReader(text), new LoaderOptions());
        } catch (CharacterCodingException binary) {
            throw fault(file, 1, CatalogueMessage.NOT_TEXT.text());
        }
    }

    private static CatalogueException fault(Path file, int line, String what) {
        return new CatalogueException(List.of(new CatalogueFault(file, line, "file", what)));
    }

    private static Path fileNamed(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unnameable) {
            return Path.of("profile");
        }
    }

    /// Reads a text of any length that this program has written.
    ///
    /// @param name the name to show in faults instead of a file
    static YamlEntry parse(String name, String text) {
        LoaderOptions anyLength = new LoaderOptions();
        anyLength.setCodePointLimit(Integer.MAX_VALUE);
        return compose(Path.of(name), new StringReader(text), anyLength);
    }

    private static YamlEntry compose(Path file, Reader reader, LoaderOptions options) {
        try {
            Node root = new Yaml(options).compose(reader);
            if (root == null) {
                throw fault(file, 1, CatalogueMessage.EMPTY.text());
            }
            YamlAliases.fault(root).ifPresent(endless -> {
                int line = endless.node().getStartMark().getLine() + 1;
                throw fault(file, line, CatalogueMessage.NOT_YAML.text(endless.reason()));
            });
            return new YamlEntry(file, "file", root);
        } catch (MarkedYAMLException fault) {
            int line =
                    fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
            throw fault(file, line, CatalogueMessage.NOT_YAML.text(YamlReason.of(String.valueOf(fault.getProblem()))));
        } catch (YAMLException fault) {
            String reason = "it holds characters that are not allowed, or is too deep";
            throw fault(file, 1, CatalogueMessage.NOT_YAML.text(reason));
        }
    }
}
