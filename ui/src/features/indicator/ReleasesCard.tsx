import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rawRelease } from '../../shared/api/releases';
import type { Indicator, IndicatorReleases, Release } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { deviation, expected, published, surprise } from '../../shared/format/figures';
import { reasonWords } from '../../shared/format/labels';
import { NONE, signTone, signed } from '../../shared/format/numbers';
import { day, periodName } from '../../shared/format/times';
import { Caveats } from '../../shared/ui/Caveats';
import { Clipped } from '../../shared/ui/Clipped';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import { MarkList } from '../../shared/ui/MarkList';
import { RawRows } from '../../shared/ui/RawRows';
import { TableScroll } from '../../shared/ui/TableScroll';
import { tip } from '../../shared/ui/tip';
import { useAddress } from '../../shared/ui/useAddress';
import { useOpenedRow } from '../../shared/ui/useOpenedRow';
import { useAsOf } from '../time/asOf';
import { HEADER, releaseRow } from './indicatorFigures';

const FIRST = 24;

/** Every release, newest first. One opens to the rows of the files that it comes from. */
export function ReleasesCard({ answer, indicator }: { answer: IndicatorReleases; indicator: Indicator }) {
  const [release, open] = useAddress('release');
  const [all, setAll] = useState(false);
  const rows = answer.items.toReversed();
  const shown = all ? rows : rows.filter((row, index) => index < FIRST || row.releaseId === release);
  return (
    <section className="card" aria-labelledby="releases-title">
      <div className="card-head">
        <h2 id="releases-title">Releases <span className="faint second">{rows.length}, newest first</span></h2>
        <span className="toolbar-gap" />
        <ExportButton name="the releases" file={`releases-${indicator.indicator}`} keys asOf={answer.asOf} text={() => csv(HEADER, answer.items.map(releaseRow))} />
      </div>
      <TableScroll name="Releases">
        <table className="figures folds folds-break releases">
          <caption className="hidden-text">Releases of {indicator.name}, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Released</th><th scope="col">Period</th><th scope="col" className="number">Actual</th><th scope="col" className="number">Forecast</th>
              <th scope="col" className="number">Previous</th><th scope="col" className="number">Surprise</th><th scope="col" className="number">σ (n)</th><th scope="col" className="number">z</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => <ReleaseRow key={item.releaseId} item={item} indicator={indicator} asOf={answer.asOf} opened={release === item.releaseId} open={open} />)}
          </tbody>
        </table>
      </TableScroll>
      <p className="card-foot second faint">
        {shown.length < rows.length && <button className="button" type="button" onClick={() => setAll(true)}>Show {rows.length - shown.length} more</button>}{' '}
        Press <b>Enter</b> on a release to see the rows that it comes from.
      </p>
    </section>
  );
}

interface RowProps {
  item: Release;
  indicator: Indicator;
  asOf: string;
  opened: boolean;
  open: (release: string | undefined) => void;
}

function ReleaseRow({ item, indicator, asOf, opened, open }: RowProps) {
  const { row, onKeyDown } = useOpenedRow(opened, () => open(undefined));
  return (
    <>
      <tr ref={row} data-opened={opened || undefined} onKeyDown={onKeyDown}>
        <th scope="row"><button className="release-button" type="button" data-row data-tip={item.releasedAt} aria-expanded={opened} onClick={() => open(opened ? undefined : item.releaseId)}><time dateTime={item.releasedAt}>{day(item.releasedAt, '')}</time></button></th>
        <td className="fold-next fold-last" data-name="period">{item.period ? periodName(item.period, indicator.frequency) : NONE}</td>
        <td className="number strong fold-first"><Caveats marks={item.marks} verdict={item.verdict} /> {published(item.actual, indicator)}</td>
        <td className="number fold-first cell-forecast" {...tip(`forecast: ${item.forecastKind ?? 'none'}`, 'row')}>{expected(item.forecast, indicator, item.marks)}</td>
        <td className="number fold-next fold-last" data-name="previous">{published(item.previous, indicator)}</td>
        <td className="number fold-next" data-name="surprise">{surprise(item.surprise, indicator)}</td>
        <td className="number fold-next" data-name="σ">{deviation(item.sigma, indicator)} <span className="faint second">({item.sigmaObservations})</span></td>
        <td className={`number strong fold-end ${item.z === null ? '' : signTone(item.z, 2)}`} {...tip(reasonWords(item.reason), 'row')}><Clipped marks={item.marks} /> {item.z === null ? NONE : signed(item.z, 2)}</td>
      </tr>
      {opened && <tr className="detail" onKeyDown={onKeyDown}><td colSpan={8}><Detail item={item} indicator={indicator} asOf={asOf} /></td></tr>}
    </>
  );
}

function Detail({ item, indicator, asOf }: { item: Release; indicator: Indicator; asOf: string }) {
  const { known: { recordedAt } } = useAsOf();
  const raw = useQuery(rawRelease(item.releaseId, { asOf, recordedAt }));
  return (
    <div className="release-detail">
      <p><code>{item.releaseId}</code> · source {item.source} · forecast: {item.forecastKind ?? 'none'}{item.reason !== null && ` · ${reasonWords(item.reason)}`}</p>
      <MarkList marks={item.marks} />
      {raw.error && !raw.data && <ErrorPanel what="The rows behind this release could not be loaded" error={raw.error} retry={() => void raw.refetch()} />}
      {raw.data && <RawRows rows={raw.data.rows} indicator={indicator} asOf={asOf} />}
    </div>
  );
}
