package org.macroedge.server.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void remarksStandAtTheRightWhereTheyFit() {
        assertThat(printed(new Terminal(60, false, true))).isEqualTo("""
            rate  name    remarks
            +1    first   shown bold  and more
            \u22122    second
            """);
    }

    @Test
    void aNarrowTableTakesTwoLinesForARowAndItsRemarksBelow() {
        Table table = new Table("remarks", List.of(Column.words("a"), Column.numbers("b")));
        table.row(
                List.of(Word.of("x".repeat(30)), Word.of("y".repeat(20))), List.of(Phrase.of("beside the last line")));
        StringWriter text = new StringWriter();
        table.print(new Page(new PrintWriter(text, true), new Terminal(40, false, true), new Times(ZoneOffset.UTC)));

        assertThat(text.toString()).isEqualTo("""
            a
                                   b
                remarks
            %s
                %s
                beside the last line
            """.formatted("x".repeat(30), "y".repeat(20)));
    }

    @Test
    void aTextWiderThanTheLineBreaksAndLosesNothing() {
        StringWriter text = new StringWriter();
        new Page(new PrintWriter(text, true), new Terminal(40, false, true), new Times(ZoneOffset.UTC))
                .text("short " + "z".repeat(90));

        assertThat(text.toString().lines()).allMatch(line -> line.length() <= 40);
        assertThat(text.toString().replaceAll("\\s", "")).isEqualTo("short" + "z".repeat(90));
    }

    @Test
    void coloursDoNotCountAsWidth() {
        assertThat(printed(new Terminal(60, true, true)).replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(printed(new Terminal(60, false, true)));
        assertThat(printed(new Terminal(60, true, true))).contains("\u001b[1;38;5;33m+1\u001b[0m");
    }

    private static String printed(Terminal terminal) {
        Table table = new Table(
                "remarks", List.of(Column.words("rate"), Column.words("name"), Column.words("without a cell")));
        table.row(
                List.of(new Word("+1", Style.UP), Word.of("first"), Word.of("")),
                List.of(Phrase.of("shown bold", Style.STRONG), Phrase.of("and more")));
        table.row(List.of(new Word("\u22122", Style.DOWN), Word.of("second"), Word.of("")), List.of());
        StringWriter text = new StringWriter();
        table.print(new Page(new PrintWriter(text, true), terminal, new Times(ZoneOffset.UTC)));
        return text.toString();
    }
}
