import { useQuery } from '@tanstack/react-query';
import { askSource, sources } from '../../shared/api/health';
import type { Source } from '../../shared/api/types';
import { NONE } from '../../shared/format/numbers';
import { age, isoSeconds } from '../../shared/format/times';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Instant } from '../../shared/ui/Instant';
import { ConfirmedAction } from './ConfirmedAction';
import { sourceOrder, sourceState } from './healthFigures';

/** Where figures come from: state, lag, terms and the last fault of each source. */
export function SourcesTable() {
  const { data, dataUpdatedAt, error, refetch } = useQuery(sources);
  if (error && !data) return <ErrorPanel what="The sources could not be loaded" error={error} retry={() => void refetch()} />;
  return (
    <table className="figures folds folds-list">
      <caption className="hidden-text">Sources, those that need attention first</caption>
      <thead>
        <tr>
          <th scope="col">Source</th><th scope="col">Gives</th><th scope="col">State</th><th scope="col" className="number">Last answer</th><th scope="col">Last fault</th>
          <th scope="col">Terms and limit</th><th scope="col"><span className="hidden-text">Ask</span></th>
        </tr>
      </thead>
      <tbody>{sourceOrder(data?.items ?? []).map((source) => <Row key={source.source} source={source} now={isoSeconds(dataUpdatedAt)} />)}</tbody>
    </table>
  );
}

function Row({ source, now }: { source: Source; now: string }) {
  const { word, bad } = sourceState(source);
  return (
    <tr>
      <th scope="row"><span title={source.address}>{source.name}</span> <code className="quiet">{source.source}</code></th>
      <td data-name="Gives" className="health-words">{source.gives}{!source.triedLive && <> <span className="badge">not tried live</span></>}</td>
      <td data-name="State" className="health-words"><span className="badge" data-tone={bad ? 'error' : undefined}>{word}</span>{source.note !== null && <span className="quiet"> {source.note}</span>}</td>
      <td data-name="Last answer" className="number">{source.understoodAt === null ? NONE : <span>{age(source.understoodAt, now)} ago</span>}</td>
      <td data-name="Last fault" className="health-words">{source.faultText === null ? NONE : <>{source.faultText}{source.faultedAt !== null && <span className="quiet"> (<Instant time={source.faultedAt} reference={now} />)</span>}</>}</td>
      <td data-name="Terms" className="health-words">{source.termsAddress === null ? 'no terms stated' : <a href={source.termsAddress} target="_blank" rel="noreferrer">terms</a>} · {source.limit}{!source.storable && ' · answers are not kept'}</td>
      <td>{source.state !== 'off' && <ConfirmedAction name="Ask now" of={source.source} run={() => askSource(source.source)} done={({ items }) => items.map(({ state, note }) => note ?? state).join('; ')} question={`${source.name} is asked now, within its limits, and what is new is stored as an import that can be undone.`} />}</td>
    </tr>
  );
}
