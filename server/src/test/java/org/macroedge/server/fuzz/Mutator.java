package org.macroedge.server.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Changes files: bytes, lines, cells and the form as a whole.
final class Mutator {

    private static final int MOST_CHANGES = 3;
    private static final String HOSTILE = "\0\"\n\r\u00ff\u00c3{<";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final SplittableRandom random;
    private final HostileTexts texts;

    Mutator(SplittableRandom random) {
        this.random = random;
        this.texts = new HostileTexts(random);
    }

    /// Another file of a layout.
    byte[] mutate(FuzzLayout layout) {
        byte[] bytes = layout.seed();
        for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
            bytes = random.nextInt(4) == 0 ? bytes(bytes) : inside(layout, bytes);
        }
        return bytes;
    }

    private byte[] inside(FuzzLayout layout, byte[] bytes) {
        return switch (layout.form()) {
            case CSV -> text(bytes, layout);
            case JSON -> random.nextInt(3) == 0 ? text(bytes, layout) : json(bytes);
            case GZIP ->
                random.nextInt(8) == 0 ? text(layout.seed(), layout) : FuzzLayout.gzip(text(resource(), layout));
            case XLSX -> book(layout.seed());
        };
    }

    private byte[] resource() {
        return FuzzLayout.all().getFirst().seed();
    }

    private byte[] text(byte[] bytes, FuzzLayout layout) {
        String text = new String(bytes, layout.encoding());
        String changed = random.nextInt(3) == 0 ? lines(text, layout.delimiter()) : cells(text, layout.delimiter());
        return random.nextInt(30) == 0 ? form(changed) : changed.getBytes(layout.encoding());
    }

    private byte[] bytes(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int index = random.nextInt(bytes.length);
        byte[] copy = bytes.clone();
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, index);
            case 1 -> spliced(bytes, index, new byte[] {(byte) random.nextInt(256)}, index);
            case 2 -> spliced(bytes, index, new byte[0], Math.min(bytes.length, index + 1 + random.nextInt(4)));
            case 3 -> spliced(bytes, index, bytes, index);
            case 4 -> {
                copy[index] = (byte) HOSTILE.charAt(random.nextInt(HOSTILE.length()));
                yield copy;
            }
            default -> {
                copy[index] ^= (byte) (1 << random.nextInt(8));
                yield copy;
            }
        };
    }

    private static byte[] spliced(byte[] bytes, int start, byte[] between, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, start);
        out.writeBytes(between);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }

    private String lines(String text, char delimiter) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int index = random.nextInt(lines.size());
        String line = lines.get(index);
        switch (random.nextInt(10)) {
            case 0 -> lines.remove(index);
            case 1 -> lines.add(index, line);
            case 2 -> Collections.swap(lines, index, random.nextInt(lines.size()));
            case 3 -> Collections.reverse(lines.subList(1, lines.size()));
            case 4 -> lines.set(index, line.substring(0, line.isEmpty() ? 0 : random.nextInt(line.length())));
            case 5 -> lines.set(index, line + delimiter);
            case 6 -> lines.set(index, line + "\r");
            case 7 -> lines.add(index, random.nextBoolean() ? "" : "  ");
            case 8 -> lines.add(lines.getFirst());
            default -> {
                return columns(lines, delimiter);
            }
        }
        return String.join(random.nextInt(10) == 0 ? "\r" : "\n", lines);
    }

    /// Drops, repeats or exchanges a column.
    private String columns(List<String> lines, char delimiter) {
        int change = random.nextInt(4);
        int column = random.nextInt(4);
        List<String> changed = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = new ArrayList<>(Arrays.asList(line.split(String.valueOf(delimiter), -1)));
            int index = Math.min(column, cells.size() - 1);
            switch (change) {
                case 0 -> cells.remove(index);
                case 1 -> cells.add(cells.get(index));
                case 2 -> Collections.swap(cells, index, cells.size() - 1);
                default -> cells.addAll(Collections.nCopies(random.nextInt(20) == 0 ? 10_000 : 3, "x"));
            }
            changed.add(String.join(String.valueOf(delimiter), cells));
        }
        return String.join("\n", changed);
    }

    private String cells(String text, char delimiter) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int index = random.nextInt(lines.size());
        String[] cells = lines.get(index).split(String.valueOf(delimiter), -1);
        int cell = random.nextInt(cells.length);
        cells[cell] = texts.like(cells[cell]);
        lines.set(index, String.join(String.valueOf(delimiter), cells));
        return String.join("\n", lines);
    }

    /// The same text as a file of another form.
    private byte[] form(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 3 -> FuzzLayout.gzip(text.getBytes(StandardCharsets.UTF_8));
            case 4 -> ("<!doctype html><html><body>" + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 6 -> new byte[0];
            default -> ("[{\"event\": \"Payrolls\"}]").getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] json(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String value = "\"(?:at|actual|forecast|previous|id)\": (\"[^\"]*\"|[^,}]*)";
        List<String> found = Pattern.compile(value)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
        String old = found.isEmpty() ? "{" : found.get(random.nextInt(found.size()));
        String changed = switch (random.nextInt(12)) {
            case 0 -> text.replace(old, old + ", \"actual\": 1");
            case 1 -> text + (random.nextBoolean() ? "garbage" : "[]");
            case 2 -> text.replace(old, "[".repeat(1 + random.nextInt(2_000)));
            case 3 -> text.replace(old, "{\"x\": " + old + "}");
            case 4 -> text.replace("\"rows\"", "\"rows\": [], \"rows\"");
            case 5 -> text.replace("}, \"next\"", ", \"rows\": []}, \"next\"");
            case 6 -> text.replace(old, texts.jsonNumber());
            default -> text.replace(old, '"' + texts.like(old.replace("\"", "")).replace("\"", "\\\"") + '"');
        };
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] book(byte[] bytes) {
        Map<String, byte[]> parts = parts(bytes);
        String part = random.nextInt(8) == 0 ? List.copyOf(parts.keySet()).get(random.nextInt(parts.size())) : SHEET;
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        String value = ">([^<>]+)<|[rts]=\"([^\"]*)\"";
        List<MatchResult> found = Pattern.compile(value).matcher(text).results().toList();
        MatchResult place = found.get(random.nextInt(found.size()));
        int group = place.group(1) == null ? 2 : 1;
        String old = place.group(group);
        String changed = group == 1
                ? texts.like(old)
                : List.of(
                                "A1",
                                "B2",
                                "C3",
                                "D4",
                                "AAA1",
                                "XFE1",
                                "ZZZZZZZ1",
                                "",
                                "0",
                                "s",
                                "n",
                                "b",
                                "e",
                                "str",
                                "1",
                                "2",
                                "3",
                                "9")
                        .get(random.nextInt(18));
        parts.put(
                part,
                (text.substring(0, place.start(group)) + changed + text.substring(place.end(group)))
                        .getBytes(StandardCharsets.UTF_8));
        if (random.nextInt(30) == 0) {
            parts.put(
                    random.nextBoolean() ? "../slip.xml" : "xl/worksheets/sheet9.xml",
                    new byte[random.nextInt(3_000_000)]);
        }
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
