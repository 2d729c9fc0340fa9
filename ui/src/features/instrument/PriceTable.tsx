import type { PriceHistory } from '../../shared/api/types';
import { tradingDay } from '../../shared/format/times';
import { TableScroll } from '../../shared/ui/TableScroll';

/** The closes of an instrument that has no score yet. */
export function PriceTable({ price }: { price: PriceHistory }) {
  return (
    <TableScroll name="Prices as a table" className="history-table">
      <table className="figures">
        <caption className="hidden-text">Price of {price.instrument} at each daily close, newest first</caption>
        <thead><tr><th scope="col">Close, trading date</th><th scope="col" className="number">Price</th></tr></thead>
        <tbody>
          {price.points.toReversed().map(({ date, closeAt, close }) => (
            <tr key={date}>
              <th scope="row"><time dateTime={closeAt}>{tradingDay(`${date}T22:00:00Z`)}</time></th>
              <td className="number">{close}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
