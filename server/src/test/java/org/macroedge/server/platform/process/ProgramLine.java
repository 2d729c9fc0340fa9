package org.macroedge.server.platform.process;

import java.util.ArrayList;
import java.util.List;
import org.macroedge.server.MacroEdgeApplication;

/// How tests start the program in a process of its own: from the compiled classes, or, where property
/// `macro-edge.program` names the jar that was packaged from them, as it is installed, with a start-up cache.
public final class ProgramLine {

    private static final String PROGRAM = System.getProperty("macro-edge.program", "");

    private ProgramLine() {}

    /// The line up to the words of the program itself.
    ///
    /// @param options of the virtual machine
    public static List<String> with(List<String> options) {
        if (PROGRAM.isEmpty()) {
            return ofClasses(options);
        }
        List<String> line = java(options);
        String cache = PROGRAM.replaceFirst("jar$", "aot");
        line.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", PROGRAM));
        return line;
    }

    /// The same, always from the compiled classes: each is loaded when it is used, which a cache does beforehand.
    ///
    /// @param options of the virtual machine
    public static List<String> ofClasses(List<String> options) {
        List<String> line = java(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), MacroEdgeApplication.class.getName()));
        return line;
    }

    private static List<String> java(List<String> options) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(options);
        return line;
    }
}
