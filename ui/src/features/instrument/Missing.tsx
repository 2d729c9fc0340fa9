import type { Indicator, MissingIndicator } from '../../shared/api/types';
import { reasonWords } from '../../shared/format/labels';
import { plain } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { TableScroll } from '../../shared/ui/TableScroll';

/** Indicators of this instrument that contribute nothing now and therefore lower its data health. */
export function Missing({ items, indicators }: { items: readonly MissingIndicator[]; indicators: readonly Indicator[] }) {
  if (items.length === 0) return null;
  const rows = items.toSorted((a, b) => b.weight - a.weight);
  return (
    <section className="card" aria-labelledby="missing-title">
      <div className="card-head"><h2 id="missing-title">Missing <span className="faint second">{rows.length === 1 ? '1 indicator in force contributes' : `${rows.length} indicators in force contribute`} nothing now. Weight is the share of coverage.</span></h2></div>
      <TableScroll name="Missing indicators" className="missing-scroll">
        <table className="figures folds folds-break">
          <caption className="hidden-text">Missing indicators, largest weight first</caption>
          <thead><tr><th scope="col">Indicator</th><th scope="col" className="number">Weight</th><th scope="col">Reason</th></tr></thead>
          <tbody>
            {rows.map(({ indicator: id, weight, reason }) => {
              const known = indicators.find(({ indicator }) => indicator === id);
              return (
                <tr key={id}>
                  <th scope="row">{known && <span className="region">{known.region}</span>} <bdi>{known ? safeName(known.name) : id}</bdi></th>
                  <td className="number fold-end">{plain(weight * 100, 1)}%</td>
                  <td className="quiet fold-next">{reasonWords(reason)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
