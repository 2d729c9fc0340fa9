const ROWS = Array.from({ length: 12 }, (_, row) => row);

/** Shows the frame at once, with grey blocks in place of names and numbers. */
export function BoardLoading() {
  return (
    <div className="card board-card">
      <p className="hidden-text" role="status">Loading the board</p>
      <div aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="ghost-row">
            <span className="ghost" style={{ width: 60 }} />
            <span className="ghost" style={{ width: 34 }} /><span className="ghost" style={{ width: 130 }} />
            <span className="ghost" style={{ width: 100 }} /><span className="ghost" style={{ flex: 1, maxWidth: 420 }} />
          </div>
        ))}
      </div>
    </div>
  );
}
