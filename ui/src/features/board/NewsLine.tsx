import { Link } from '@tanstack/react-router';
import { expected, published } from '../../shared/format/figures';
import { sigmas, signTone } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { clock } from '../../shared/format/times';
import { tip } from '../../shared/ui/tip';
import { Check } from '../../shared/ui/icons';
import { labels, withRegion } from './headline';
import type { News } from './news';

/** Announces the last change of the board. It stays until the next change. */
export function NewsLine({ news }: { news: News | null }) {
  return (
    <div className="news" role="status" hidden={news === null}>
      {news && (
        <>
          <Check />
          <p>{news.release ? <Release release={news.release} /> : 'Earlier figures changed.'} {labels(news.labels)}</p>
          {news.widest && (
            <Link className="news-cause" to="/instruments/$id" params={{ id: news.widest }} search={{ release: news.release?.releaseId } as never}>Show cause</Link>
          )}
        </>
      )}
    </div>
  );
}

function Release({ release }: { release: NonNullable<News['release']> }) {
  return (
    <>
      <time className="strong" dateTime={release.releasedAt} {...tip(release.releasedAt)}>{clock(release.releasedAt, true)}</time>{' '}
      <bdi className="strong">{withRegion(release.region, safeName(release.name))}</bdi> {published(release.actual, release)}
      {release.forecast !== null && <> vs {expected(release.forecast, release, release.marks)}</>}
      {release.z !== null && <> <span className={`strong ${signTone(release.z, 1)}`}>{sigmas(release.z)}</span></>}.
    </>
  );
}
