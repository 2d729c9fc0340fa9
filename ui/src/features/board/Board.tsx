import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BiasSummary, BoardAnswer } from '../../shared/api/types';
import { LOW_AGREEMENT } from '../../shared/format/agreement';
import { plain, wholePercent } from '../../shared/format/numbers';
import { tip } from '../../shared/ui/tip';
import { LabelWord } from '../../shared/ui/LabelWord';
import { Panel } from '../../shared/ui/Panel';
import { lateIn } from '../time/late';
import { groups, sameInputs } from './boardRows';
import { readBoard, invalidBoard, type BoardSearch } from './boardSearch';
import { BoardTable } from './BoardTable';
import { NoMatch, InvalidNote } from './FilterNotes';
import { NewsLine } from './NewsLine';
import { Strip } from './Strip';
import { Toolbar } from './Toolbar';
import { useNews } from './useNews';
import { useSteadyRows } from './useSteadyRows';

interface Props {
  answer: BoardAnswer;
  live: boolean;
  /** Whether the answer belongs to the current request, not to the one before it. */
  settled: boolean;
}

export function Board({ answer: { summary: answer, flips, calendar: around, recent }, live, settled }: Props) {
  const typed = useSearch({ strict: false }) as Record<string, unknown>;
  const search = readBoard(typed);
  const navigate = useNavigate();
  const released = around.items.filter(({ actual }) => actual !== null);
  const trails = new Map(recent.items.map(({ instrument, scores }) => [instrument, scores]));
  const next = new Map(flips.items.map((item) => [item.instrument, item]));
  const snapshot = settled ? { ...answer, released } : null;
  const { news, turn } = useNews(snapshot, live);
  const rows = useSteadyRows(answer, search, live && settled ? 'live' : answer.runId);
  const change = (part: BoardSearch) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, ...part }) as never });
  return (
    <>
      <Panel name="What changed">
        <Strip summary={answer} around={around.items} />
      </Panel>
      <InvalidNote invalid={invalidBoard(typed)} />
      <Toolbar answer={answer} rows={rows} search={search} change={change} />
      <Panel name="The table">
      <div className="card board-card">
        <NewsLine news={news} />
        {rows.length === 0 ? <NoMatch search={search} clear={() => change({ class: undefined, region: undefined })} /> : (
          <BoardTable groups={groups(rows, search.sort)} dense={search.density !== 'comfortable'} sort={search.sort} sortBy={(sort) => change({ sort })}
            marks={{ before: news?.before, turn, trails, flips: next, asOf: answer.asOf, same: sameInputs(rows, search.sort), late: lateIn(around, answer.asOf)?.regions ?? [] }}
            open={(item) => void navigate({ to: '/instruments/$id', params: { id: item.instrument } })} />
        )}
      </div>
      </Panel>
      <Legend answer={answer} />
    </>
  );
}

function Legend({ answer: { runId, weightSet, formula, labelBounds, independent, items } }: { answer: BiasSummary }) {
  return (
    <footer className="legend second faint">
      <span>Run <code {...tip(runId)}>{runId.slice(0, 8)}</code> · weight set {weightSet} · formula {formula}</span>
      {independent && (
        <span {...tip(`Participation ratio of the daily changes of Z from ${independent.from} to ${independent.to}: so many independent series would vary alike.`)}>
          {items.length} rows move like {plain(independent.effective, 1)} independent ones
        </span>
      )}
      <span className="legend-keys no-print"><b>j k</b> move · <b>Enter</b> open · <b>f</b> filter · <b>[ ]</b> previous, next release · <b>?</b> all shortcuts</span>
      <span className="legend-marks">
        Dark edge: label changed in the last 24 h · Hollow: agreement under {wholePercent(LOW_AGREEMENT)} ·
        <LabelWord label="neutral" /> below {labelBounds.directional} <LabelWord label="bullish" /> from {labelBounds.directional} <LabelWord label="strongly-bullish" /> from {labelBounds.strong}
      </span>
    </footer>
  );
}
