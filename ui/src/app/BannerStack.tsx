import { useState, type ReactElement } from 'react';

const OPEN = 2;

/** Banners in the order of their weight; more than two fold away until asked for. */
export function BannerStack({ banners }: { banners: (ReactElement | false | null | undefined)[] }) {
  const [all, setAll] = useState(false);
  const standing = banners.filter((banner): banner is ReactElement => Boolean(banner));
  const folded = standing.length - OPEN;
  return (
    <>
      {all ? standing : standing.slice(0, OPEN)}
      {folded > 0 && (
        <div className="banner-more no-print">
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Fewer' : `${folded} more`}</button>
        </div>
      )}
    </>
  );
}
