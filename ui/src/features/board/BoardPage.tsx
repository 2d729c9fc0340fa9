import { useQuery } from '@tanstack/react-query';
import { board } from '../../shared/api/board';
import { ApiError } from '../../shared/api/client';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { useAsOf } from '../time/asOf';
import { Board } from './Board';
import './board.css';
import { BoardEmpty } from './BoardEmpty';
import { BoardLoading } from './BoardLoading';

export function BoardPage() {
  const { past, known } = useAsOf();
  const answer = useQuery(board(known));
  const failed = answer.error !== null && !(answer.data && answer.error instanceof ApiError && answer.error.unreachable);
  const empty = answer.data?.summary.items.every(({ reason }) => reason === 'no-history') && answer.data.summary.items.length > 0;
  return (
    <main key={answer.data ? 'board' : 'frame'} className="page" id="main" tabIndex={-1}>{/* the board takes the place of its frame: a banner that comes with it moves nothing */}
      {(!answer.data || empty) && <h1 className="hidden-text">Board</h1>}
      {failed && (
        <ErrorPanel what="The board could not be loaded" error={answer.error} retry={() => void answer.refetch()}
          kept={answer.data ? 'The board below shows the last numbers received.' : undefined} />
      )}
      {answer.data && !empty && <Board answer={answer.data} live={!past} settled={!answer.isPlaceholderData} />}
      {answer.data && empty && <BoardEmpty asOf={answer.data.summary.asOf} />}
      {!answer.data && !failed && <BoardLoading />}
    </main>
  );
}
