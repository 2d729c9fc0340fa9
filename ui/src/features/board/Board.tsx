import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { calendarAround } from '../../shared/api/calendar';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary } from '../../shared/api/types';
import { LOW_AGREEMENT } from '../../shared/format/agreement';
import { plain, wholePercent } from '../../shared/format/numbers';
import { tip } from '../../shared/ui/tip';
import { LabelWord } from '../../shared/ui/LabelWord';
import { Panel } from '../../shared/ui/Panel';
import { useAsOf } from '../time/asOf';
import { lateIn } from '../time/late';
import { groups, sameInputs } from './boardRows';
import { readBoard, invalidBoard, type BoardSearch } from './boardSearch';
import { BoardTable } from './BoardTable';
import { NoMatch, InvalidNote } from './FilterNotes';
import { NewsLine } from './NewsLine';
import { Strip, StripLoading } from './Strip';
import { Toolbar } from './Toolbar';
import { useNews } from './useNews';
import { useSteadyRows } from './useSteadyRows';
import { useTrails } from './useTrails';

interface Props {
  answer: BiasSummary;
  live: boolean;
  /** Whether the answer belongs to the current request, not to the one before it. */
  settled: boolean;
}

export function Board({ answer, live, settled }: Props) {
  const typed = useSearch({ strict: false }) as Record<string, unknown>;
  const search = readBoard(typed);
  const navigate = useNavigate();
  const { known } = useAsOf();
  const around = useQuery(calendarAround(answer, known));
  const trails = useTrails(answer, known);
  const catalogue = useQuery(indicators(known)).data?.items ?? [];
  const figure = (id: string) => catalogue.find(({ indicator }) => indicator === id);
  const released = around.data?.items.filter(({ actual }) => actual !== null);
  const snapshot = released && settled && !around.isPlaceholderData ? { ...answer, released } : null;
  const { news, turn } = useNews(snapshot, live);
  const rows = useSteadyRows(answer, search, live && settled ? 'live' : answer.runId);
  const change = (part: BoardSearch) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, ...part }) as never });
  return (
    <>
      <Panel name="What changed">
        {around.data ? <Strip summary={answer} around={around.data.items} figure={figure} /> : !around.isError && <StripLoading />}
      </Panel>
      {!around.data && <h1 className="hidden-text">Board</h1>}
      <InvalidNote invalid={invalidBoard(typed)} />
      <Toolbar answer={answer} rows={rows} search={search} change={change} />
      <Panel name="The table">
      <div className="card board-card">
        <NewsLine news={news} figure={figure} />
        {rows.length === 0 ? <NoMatch search={search} clear={() => change({ class: undefined, region: undefined })} /> : (
          <BoardTable groups={groups(rows, search.sort)} dense={search.density !== 'comfortable'} sort={search.sort} sortBy={(sort) => change({ sort })}
            marks={{ before: news?.before, turn, trails, same: sameInputs(rows, search.sort), late: (around.data && lateIn(around.data, answer.asOf)?.regions) ?? [] }}
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
