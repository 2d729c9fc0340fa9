import type { Instrument } from '../../shared/api/types';

/** Shows the frame and the names at once, with grey blocks in place of the numbers. */
export function BoardLoading({ instruments }: { instruments: readonly Instrument[] }) {
  const names = instruments.length > 0 ? instruments.map(({ instrument }) => instrument) : Array.from({ length: 12 }, (_, row) => `row-${row}`);
  return (
    <div className="card board-card">
      <p className="hidden-text" role="status">Loading the board</p>
      <div aria-hidden="true">
        {names.map((name) => (
          <div key={name} className="ghost-row">
            <span className="strong">{instruments.length > 0 ? name : <span className="ghost" style={{ width: 60 }} />}</span>
            <span className="ghost" style={{ width: 34 }} /><span className="ghost" style={{ width: 130 }} />
            <span className="ghost" style={{ width: 100 }} /><span className="ghost" style={{ flex: 1, maxWidth: 420 }} />
          </div>
        ))}
      </div>
    </div>
  );
}
