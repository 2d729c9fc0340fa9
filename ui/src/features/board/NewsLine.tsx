import { Link } from '@tanstack/react-router';
import { expected, published, type Figure } from '../../shared/format/figures';
import { sigmas, signTone } from '../../shared/format/numbers';
import { safeName } from '../../shared/format/text';
import { clock } from '../../shared/format/times';
import { tip } from '../../shared/ui/tip';
import { Check } from '../../shared/ui/icons';
import { labels, withRegion } from './headline';
import type { News } from './news';

/** Announces the last change of the board. It stays until the next change. */
export function NewsLine({ news, figure }: { news: News | null; figure: (id: string) => Figure | undefined }) {
  return (
    <div className="news" role="status" hidden={news === null}>
      {news && (
        <>
          <Check />
          <p>{news.release ? <Release release={news.release} figure={figure} /> : 'Earlier figures changed.'} {labels(news.labels)}</p>
          {news.widest && (
            <Link className="news-cause" to="/instruments/$id" params={{ id: news.widest }} search={{ release: news.release?.releaseId } as never}>Show cause</Link>
          )}
        </>
      )}
    </div>
  );
}

function Release({ release, figure }: { release: NonNullable<News['release']>; figure: (id: string) => Figure | undefined }) {
  const unit = figure(release.indicator);
  return (
    <>
      <time className="strong" dateTime={release.releasedAt} {...tip(release.releasedAt)}>{clock(release.releasedAt, true)}</time>{' '}
      <bdi className="strong">{withRegion(release.region, safeName(release.name))}</bdi> {published(release.actual, unit)}
      {release.forecast !== null && <> vs {expected(release.forecast, unit, release.marks)}</>}
      {release.z !== null && <> <span className={`strong ${signTone(release.z, 1)}`}>{sigmas(release.z)}</span></>}.
    </>
  );
}
