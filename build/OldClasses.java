import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rewrites the classes of a jar that are in a format from before Java 6, with the stack maps that later formats ask for
 * and nothing else changed. The JVM leaves the old format out of its start-up caches: such classes are read and verified
 * anew by every command. Run again, it finds nothing to do.
 */
public final class OldClasses {

    private static final int FIRST_WITH_STACK_MAPS = 50;

    private static final ClassTransform MODERN = ClassTransform.transformingMethodBodies(
                    (code, element) -> code.with(element)) // walks through the code, so that its stack maps are made
            .andThen((builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                    builder.with(element);
                }
            });

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        URL[] itself = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(itself, ClassLoader.getPlatformClassLoader());
                FileSystem inside = FileSystems.newFileSystem(jar)) {
            ClassFile format = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
            for (Path file : classes(inside.getPath("/"))) {
                modernise(format, file);
            }
        }
    }

    private static List<Path> classes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static void modernise(ClassFile format, Path file) throws IOException {
        ClassModel old = format.parse(Files.readAllBytes(file));
        if (old.majorVersion() >= FIRST_WITH_STACK_MAPS) {
            return;
        }
        byte[] modern = format.transformClass(old, MODERN);
        List<VerifyError> faults = format.verify(modern);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(file + " cannot be rewritten", faults.getFirst());
        }
        FileTime written = Files.getLastModifiedTime(file);
        Files.write(file, modern);
        Files.setLastModifiedTime(file, written);
    }
}
