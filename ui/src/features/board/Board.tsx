import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { calendarAround } from '../../shared/api/calendar';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary } from '../../shared/api/schema';
import { LabelWord } from '../../shared/ui/LabelWord';
import { lateIn } from '../time/late';
import { groups } from './boardRows';
import { readBoard, invalidBoard, type BoardSearch } from './boardSearch';
import { BoardTable } from './BoardTable';
import { NoMatch, InvalidNote } from './FilterNotes';
import { NewsLine } from './NewsLine';
import { Strip } from './Strip';
import { Toolbar } from './Toolbar';
import { useNews } from './useNews';
import { useSteadyRows } from './useSteadyRows';

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
  const around = useQuery(calendarAround(answer));
  const catalogue = useQuery(indicators()).data?.items ?? [];
  const figure = (id: string) => catalogue.find(({ indicator }) => indicator === id);
  const released = around.data?.items.filter(({ actual }) => actual !== null);
  const snapshot = released && settled && !around.isPlaceholderData ? { ...answer, released } : null;
  const { news, turn } = useNews(snapshot, live);
  const rows = useSteadyRows(answer, search, live && settled ? 'live' : answer.runId);
  const change = (part: BoardSearch) =>
    void navigate({ to: '.', replace: true, resetScroll: false, search: (old: Record<string, unknown>) => ({ ...old, ...part }) as never });
  return (
    <>
      {around.data && <Strip summary={answer} around={around.data.items} figure={figure} />}
      <InvalidNote invalid={invalidBoard(typed)} />
      <Toolbar answer={answer} rows={rows} search={search} change={change} />
      <div className="card board-card">
        <NewsLine news={news} figure={figure} />
        {rows.length === 0 ? <NoMatch search={search} clear={() => change({ class: undefined, region: undefined })} /> : (
          <BoardTable groups={groups(rows, search.sort)} dense={search.density !== 'comfortable'} sort={search.sort} sortBy={(sort) => change({ sort })}
            marks={{ before: news?.before, turn, late: lateIn(around.data?.items ?? [], answer.asOf)?.regions ?? [] }}
            open={(item) => void navigate({ to: '/instruments/$id', params: { id: item.instrument } })} />
        )}
      </div>
      <Legend answer={answer} />
    </>
  );
}

function Legend({ answer }: { answer: BiasSummary }) {
  return (
    <footer className="legend second faint">
      <span>Run <code title={answer.runId}>{answer.runId.slice(0, 8)}</code> · weight set {answer.weightSet}</span>
      <span className="legend-keys"><b>j k</b> move · <b>Enter</b> open · <b>f</b> filter · <b>[ ]</b> previous, next release · <b>?</b> all shortcuts</span>
      <span className="legend-marks">
        Dark edge: label changed in the last 24 h
        <LabelWord label="neutral" /> below 40 <LabelWord label="bullish" /> from 40 <LabelWord label="strongly-bullish" /> from 87
      </span>
    </footer>
  );
}
