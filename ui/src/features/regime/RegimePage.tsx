import { useQuery } from '@tanstack/react-query';
import { summary } from '../../shared/api/board';
import { regimeHistory, regimes } from '../../shared/api/regimes';
import type { BiasSummary, RegimeItem } from '../../shared/api/types';
import { csv } from '../../shared/format/csv';
import { NONE, plain, signed } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { tradingDay } from '../../shared/format/times';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { ExportButton } from '../../shared/ui/ExportButton';
import '../../shared/ui/figures.css';
import { Panel } from '../../shared/ui/Panel';
import { TableScroll } from '../../shared/ui/TableScroll';
import { useAddress } from '../../shared/ui/useAddress';
import { useAsOf } from '../time/asOf';
import { HistoryBand } from './HistoryBand';
import { Plane } from './Plane';
import './regime.css';
import { composite, csvRow, detail, HEADER, sentence, spot, trail } from './regimeFigures';
import { RegimeTable } from './RegimeTable';

const TITLE = 'Which regime is each economy in?';

/** The quadrant of growth and inflation of each region, how firmly it holds, and since when. */
export default function RegimePage() {
  const { known } = useAsOf();
  const answer = useQuery(summary(known));
  return (
    <main key={answer.data ? 'page' : 'frame'} className="page" id="main" tabIndex={-1}>
      {answer.error && !answer.data && <><h1 className="page-title">{TITLE}</h1><ErrorPanel what="The regimes could not be loaded" error={answer.error} retry={() => void answer.refetch()} /></>}
      {answer.data && <Loaded run={answer.data} />}
      {!answer.data && !answer.error && <h1 className="page-title">{TITLE}</h1>}
    </main>
  );
}

function Loaded({ run }: { run: BiasSummary }) {
  const { known } = useAsOf();
  const answer = useQuery(regimes(known, run));
  const [typed, choose] = useAddress('region');
  const items = answer.data?.items ?? [];
  const chosen = items.find(({ region }) => region === typed) ?? items[0];
  const monthEnd = items.find(({ latest }) => latest !== null)?.latest?.monthEnd;
  return (
    <>
      <div className="page-head">
        <h1 className="page-title">{TITLE}</h1>{answer.data && <p className="quiet">{sentence(items)}</p>}
        <span className="toolbar-gap" />{monthEnd && <p className="second faint">as of the end of {tradingDay(monthEnd)}</p>}
      </div>
      {answer.error && !answer.data && <ErrorPanel what="The regimes could not be loaded" error={answer.error} retry={() => void answer.refetch()} />}
      {!answer.data && !answer.error && <section className="card regime-place" aria-label="Regimes"><p className="hidden-text" role="status">Loading the regimes</p></section>}
      {answer.data && chosen && <Regimes items={items} chosen={chosen} choose={choose} run={run} />}
    </>
  );
}

interface RegimesProps {
  items: readonly RegimeItem[];
  chosen: RegimeItem;
  choose: (region: string) => void;
  run: BiasSummary;
}

function Regimes({ items, chosen, choose, run }: RegimesProps) {
  const { known } = useAsOf();
  const history = useQuery(regimeHistory(known, run, chosen.region));
  const points = history.data?.points ?? [];
  const spots = items.flatMap(({ region, latest }) => {
    const at = latest && spot(latest);
    return latest && at ? [{ region, quadrant: latest.quadrant, at }] : [];
  });
  return (
    <>
      <div className="regime-row">
        <Panel name="The plane"><Plane spots={spots} trail={trail(points)} chosen={chosen.region} /></Panel>
        <section className="card" aria-labelledby="regions-title">
          <div className="card-head"><h2 id="regions-title">Regions</h2><span className="toolbar-gap" /><ExportButton name="the regimes" file="regimes" keys asOf={run.asOf} text={() => csv(HEADER, items.map(csvRow))} /></div>
          <Panel name="The regions"><RegimeTable items={items} chosen={chosen.region} choose={choose} /></Panel>
          <p className="card-foot quiet" aria-live="polite">{detail(chosen)}</p>
          <p className="card-foot second faint">Odds: by how far each composite is from 0 for its monthly changes, joined by their correlation. They are called probabilities only where both beat the forecast that the sign stays (bold); even there they were too sure of themselves.</p>
        </section>
      </div>
      {history.error && !history.data && <ErrorPanel what={`The history of ${chosen.region} could not be loaded`} error={history.error} retry={() => void history.refetch()} />}
      {history.data && <Panel name="The history"><HistoryBand region={chosen.region} points={points} /></Panel>}
      <div className="regime-members">
        <Panel name="Growth"><Members name="Growth" axis={chosen.latest?.growth.composite ?? null} items={chosen.growthMembers} /></Panel>
        <Panel name="Inflation"><Members name="Inflation" axis={chosen.latest?.inflation.composite ?? null} items={chosen.inflationMembers} /></Panel>
      </div>
    </>
  );
}

/** The indicators of a composite. */
function Members({ name, axis, items }: { name: string; axis: number | null; items: RegimeItem['growthMembers'] }) {
  return (
    <section className="card" aria-label={`${name} indicators`}>
      <div className="card-head"><h2>{name} <span className="faint second">composite {composite(axis)}; momentum of each indicator and its share of the weight</span></h2></div>
      {items.length === 0 ? <p className="card-foot quiet">No indicator of this region counts.</p> : (
        <TableScroll name={`Momentum of the ${name.toLowerCase()} indicators`}>
          <table className="figures">
            <caption className="hidden-text">Momentum and share of each {name.toLowerCase()} indicator</caption>
            <thead><tr><th scope="col">Indicator</th><th scope="col" className="number">Momentum</th><th scope="col" className="number">Share</th></tr></thead>
            <tbody>{items.map((item) => <tr key={item.indicator}><th scope="row" className="regime-member">{safeName(item.name)}</th><td className="number">{item.momentum === null ? <span className="faint">{NONE}</span> : signed(item.momentum, 2)}</td><td className="number quiet">{plain(item.share * 100, 0)}%</td></tr>)}</tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
