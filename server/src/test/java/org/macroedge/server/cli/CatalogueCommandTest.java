package org.macroedge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macroedge.server.catalogue.CatalogueException;
import org.macroedge.server.catalogue.CatalogueFault;
import picocli.CommandLine;

class CatalogueCommandTest {

    private static final Path SHIPPED = Path.of("../catalogue");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void aCatalogueInOrderIsCounted() {
        StringWriter out = new StringWriter();

        int status = new CommandLine(new CatalogueCommand())
                .setOut(new PrintWriter(out))
                .execute("check", "--catalogue", folder.toString());

        assertThat(status).isZero();
        assertThat(out)
                .hasToString(
                        "No fault: 326 indicators, 29 instruments, 3 weight sets, 34 sources, 69 series of prices, 16"
                                + " profiles\n");
    }

    @Test
    void anInstrumentInNoWeightSetIsAWarning() throws IOException {
        replace("weight-sets.yaml", "    BTCUSD: \\{US: 1}\n", "");
        StringWriter out = new StringWriter();

        int status = new CommandLine(new CatalogueCommand())
                .setOut(new PrintWriter(out))
                .execute("check", "--catalogue", folder.toString());

        assertThat(status).isZero();
        assertThat(out.toString())
                .endsWith("Warning: no weight set has exposures for BTCUSD, so it never has a bias; add it to"
                        + " `exposures` in weight-sets.yaml\n");
    }

    @Test
    void faultsOfTheCatalogueAndOfItsProfilesAreNamedInOneGo() throws IOException {
        replace("indicators/DE.yaml", "polarity: 1", "polarity: 7");
        replace("profiles/forexfactory-archive.yaml", "spill: next-january", "spill: many");

        CatalogueCommand command = new CatalogueCommand();
        command.spec = new CommandLine(command).getCommandSpec();

        assertThatThrownBy(() -> command.check(folder))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(CatalogueFault::what)
                                .containsExactly("\"7\" is not 1 or -1", "\"many\" is not next-january"));
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replaceFirst(from, to));
    }
}
