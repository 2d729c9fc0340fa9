import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ApiError } from '../../shared/api/client';
import { instruments } from '../../shared/api/instruments';
import type { BiasSummary } from '../../shared/api/schema';
import { summary } from '../../shared/api/summary';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { LabelWord } from '../../shared/ui/LabelWord';
import { useAsOf } from '../time/asOf';
import { BoardEmpty, BoardLoading } from './BoardLoading';
import './board.css';
import { groups } from './boardRows';
import { readBoard, type BoardSearch } from './boardSearch';
import { BoardTable } from './BoardTable';
import { Strip } from './Strip';
import { Toolbar } from './Toolbar';

export function BoardPage() {
  const { asOf } = useAsOf();
  const answer = useQuery(summary(asOf));
  const names = useQuery(instruments);
  const failed = answer.error !== null && !(answer.data && answer.error instanceof ApiError && answer.error.unreachable);
  const empty = answer.data?.items.every(({ reason }) => reason === 'no-history') && answer.data.items.length > 0;
  return (
    <main className="page" id="main" tabIndex={-1}>
      {(!answer.data || empty) && <h1 className="hidden-text">Board</h1>}
      {failed && (
        <ErrorPanel what="The board could not be computed" error={answer.error} retry={() => void answer.refetch()}
          kept={answer.data ? 'The last numbers are still shown below.' : undefined} />
      )}
      {answer.data && !empty && <Board answer={answer.data} />}
      {empty && <BoardEmpty />}
      {!answer.data && !failed && <BoardLoading instruments={names.data?.items ?? []} />}
    </main>
  );
}

function Board({ answer }: { answer: BiasSummary }) {
  const search = readBoard(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const change = (part: BoardSearch) =>
    void navigate({ to: '.', replace: true, search: (old: Record<string, unknown>) => ({ ...old, ...part }) as never });
  const shown = groups(answer.items, search.class, search.sort ?? 'class');
  return (
    <>
      <Strip summary={answer} />
      <Toolbar items={answer.items} shown={shown} search={search} change={change} />
      <BoardTable groups={shown} dense={search.density !== 'comfortable'}
        open={(item) => void navigate({ to: '/instruments/$id', params: { id: item.instrument } })} />
      <Legend answer={answer} />
    </>
  );
}

function Legend({ answer }: { answer: BiasSummary }) {
  return (
    <footer className="legend second faint">
      <span>Run <code title={answer.runId}>{answer.runId.slice(0, 8)}</code> · weights {answer.weightSet}</span>
      <span className="legend-keys"><b>j k</b> move · <b>Enter</b> open · <b>c</b> copy · <b>?</b> all keys</span>
      <span className="legend-marks">
        Dark edge: label changed in 24 h
        <LabelWord label="neutral" /> below 40 <LabelWord label="bullish" /> from 40 <LabelWord label="strongly-bullish" /> from 87
      </span>
    </footer>
  );
}
