import { useQuery } from '@tanstack/react-query';
import { summary } from '../../shared/api/board';
import { heatMap } from '../../shared/api/heatmap';
import { indicators } from '../../shared/api/indicators';
import type { BiasSummary } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { signed, signTone } from '../../shared/format/numbers';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import '../../shared/ui/figures.css';
import { Arrow } from '../../shared/ui/icons';
import { Panel } from '../../shared/ui/Panel';
import { useAddress } from '../../shared/ui/useAddress';
import { useAsOf } from '../time/asOf';
import { CellCard } from './CellCard';
import { CATEGORIES, chosenCell, csvRow, HEADER, keyOf, movers, rowsOf, sentence, type Cell } from './heatCells';
import './heatmap.css';
import { HeatTable } from './HeatTable';
import { RegionList } from './RegionList';

/** Where the surprises are: the mean surprise of each region and category. */
export default function HeatMapPage() {
  const { known } = useAsOf();
  const answer = useQuery(summary(known));
  return (
    <main key={answer.data ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {answer.error && !answer.data && <><h1 className="page-title">Where are the surprises?</h1><ErrorPanel what="The heat map could not be loaded" error={answer.error} retry={() => void answer.refetch()} /></>}
      {answer.data && <Loaded run={answer.data} />}
      {!answer.data && !answer.error && <h1 className="page-title">Where are the surprises?</h1>}
    </main>
  );
}

function Loaded({ run }: { run: BiasSummary }) {
  const { known } = useAsOf();
  const now = useQuery(heatMap(known, run, 0));
  const before = useQuery(heatMap(known, run, 7));
  const named = useQuery(indicators(known));
  const catalogue = named.data?.items ?? [];
  const [typed, choose] = useAddress('cell');
  const rows = now.data ? rowsOf(now.data, before.data) : [];
  const cell = chosenCell(rows, typed);
  return (
    <>
      <div className="page-head"><h1 className="page-title">Where are the surprises?</h1><p className="quiet">{sentence(rows)}</p></div>
      {now.error && !now.data && <ErrorPanel what="The heat map could not be loaded" error={now.error} retry={() => void now.refetch()} />}
      {!now.data && !now.error && <section className="card heat-place" aria-label="Heat map"><p className="hidden-text" role="status">Loading the heat map</p></section>}
      {now.data && cell === undefined && <section className="card panel-state"><h2>No surprises yet</h2><p>No release has a usable surprise at this time.</p></section>}
      {now.data && cell && (
        <div className="heat-row">
          <section className="card heat-card" aria-labelledby="heat-title">
            <div className="card-head"><h2 id="heat-title">Region and category <span className="faint second">positive is stronger, hotter, tighter</span></h2><span className="toolbar-gap" />
              <ExportButton name="the heat map" file="heatmap" keys asOf={run.asOf} text={() => csv(HEADER, rows.flatMap(({ cells }) => cells.map(csvRow)))} />
            </div>
            <Panel name="The heat map"><HeatTable rows={rows} chosen={keyOf(cell)} choose={choose} /><RegionList rows={rows} cell={cell} choose={choose} /></Panel>
          </section>
          <div className="heat-side">
            <Panel name="The cell"><CellCard cell={cell} catalogue={catalogue} asOf={run.asOf} /></Panel>
            {/* The cell grows when its indicators come; what stands below it waits, and does not jump. */}
            {before.data && !named.isPending && <Panel name="What moved"><Movers cells={movers(rows)} choose={choose} /></Panel>}
          </div>
        </div>
      )}
    </>
  );
}

function Movers({ cells, choose }: { cells: readonly Cell[]; choose: (cell: string) => void }) {
  return (
    <section className="card" aria-labelledby="movers-title">
      <div className="card-head"><h2 id="movers-title">Moved most in 7 days</h2></div>
      {cells.length === 0 ? <p className="card-foot quiet">No cell moved by 0.5 or more.</p> : (
        <ul className="heat-movers">
          {cells.map((cell) => (
            <li key={keyOf(cell)}>
              <button className="release-button" type="button" onClick={() => choose(keyOf(cell))}><span className="region">{cell.region}</span> {cell.category === 'all' ? 'All' : CATEGORIES[cell.category]}</button>
              <span className="heat-from number faint">{signed((cell.z ?? 0) - (cell.moved ?? 0), 1)}</span> <Arrow size={12} /><span className="hidden-text"> to </span> <b className={`number ${signTone(cell.z ?? 0, 1)}`}>{signed(cell.z ?? 0, 1)}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
