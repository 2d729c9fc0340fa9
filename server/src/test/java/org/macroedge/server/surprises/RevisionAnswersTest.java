package org.macroedge.server.surprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.macroedge.server.catalogue.Catalogue;
import org.macroedge.server.catalogue.CatalogueLoader;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.releases.CaseFacts;
import org.macroedge.server.surprises.view.IndicatorRevisions;
import org.macroedge.server.surprises.view.RevisionItem;

class RevisionAnswersTest {

    private static final Catalogue CATALOGUE = CatalogueLoader.load(Path.of("../catalogue"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-12-01T08:20:30Z"), ZoneOffset.UTC);
    private static final String PAYROLLS = "us-nonfarm-payrolls";
    private static final Instant SEPTEMBER = Instant.parse("2021-09-03T12:30:00Z");
    private static final String FACTS = "2021-08-06 a print 2021-08-06T12:30:00Z actual=943000 previous=938000; "
            + "2021-09-03 a print 2021-09-03T12:30:00Z actual=235000 previous=1053000; "
            + "2021-10-08 a print 2021-10-08T12:30:00Z actual=194000 previous=235000";

    private static IndicatorRevisions revisions(Instant asOf, @Nullable Instant from, @Nullable Instant to) {
        CaseFacts written = new CaseFacts(PAYROLLS, FACTS);
        return new IndicatorAnswers(Surprises.of(written.known(CATALOGUE)), CLOCK).revisions(PAYROLLS, asOf, from, to);
    }

    @Test
    void aRevisionIsKnownFromTheReleaseThatStatesItOn() {
        assertThat(revisions(SEPTEMBER.minusSeconds(1), null, null).items())
                .singleElement()
                .satisfies(figure -> assertThat(figure.revisions()).isEmpty());
        assertThat(revisions(SEPTEMBER, null, null).items().getFirst().revisions())
                .singleElement()
                .satisfies(revision -> {
                    assertThat(revision.releaseId()).isEqualTo("us-nonfarm-payrolls@2021-09-03");
                    assertThat(revision.knownAt()).isEqualTo(SEPTEMBER);
                    assertThat(revision.before()).isEqualByComparingTo("943000");
                    assertThat(revision.value()).isEqualByComparingTo("1053000");
                    assertThat(revision.size()).isEqualByComparingTo("110000");
                    assertThat(revision.sigma()).isNull();
                    assertThat(revision.reason()).isEqualTo("insufficient-history");
                });
    }

    @Test
    void theSpanChoosesFiguresAndAsOfTheirRevisions() {
        IndicatorRevisions answer =
                revisions(Instant.parse("2021-11-01T00:00:00Z"), SEPTEMBER, Instant.parse("2021-09-30T00:00:00Z"));

        assertThat(answer.from()).isEqualTo(SEPTEMBER);
        assertThat(answer.to()).isEqualTo(Instant.parse("2021-09-30T00:00:00Z"));
        assertThat(answer.previousRefersTo()).isEqualTo("prior-period");
        assertThat(answer.items()).singleElement().satisfies(figure -> {
            assertThat(figure.actual()).isEqualByComparingTo("235000");
            assertThat(figure.revisions()).extracting(RevisionItem::size).allMatch(size -> size.signum() == 0);
            assertThat(figure.revisions()).hasSize(1);
        });
    }

    @Test
    void withoutASpanItIsTheYearBeforeAsOf() {
        IndicatorRevisions answer = revisions(Instant.parse("2021-11-01T00:00:00Z"), null, null);

        assertThat(List.of(answer.from(), answer.to()))
                .containsExactly(Instant.parse("2020-11-01T00:00:00Z"), Instant.parse("2021-11-01T00:00:00Z"));
        assertThat(answer.items()).hasSize(3);
    }

    @Test
    void anUnknownIndicatorAndASpanThatEndsBeforeItStartsAreRefused() {
        CaseFacts written = new CaseFacts(PAYROLLS, FACTS);
        IndicatorAnswers answers = new IndicatorAnswers(Surprises.of(written.known(CATALOGUE)), CLOCK);

        assertThatThrownBy(() -> answers.revisions("us-nonfarm-payroll", null, null, null))
                .isInstanceOf(MacroEdgeException.class)
                .hasMessageContaining("us-nonfarm-payroll");
        assertThatThrownBy(() -> revisions(SEPTEMBER, SEPTEMBER, SEPTEMBER.minusSeconds(1)))
                .isInstanceOf(MacroEdgeException.class);
    }
}
