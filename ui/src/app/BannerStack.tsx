import { useState, type ReactElement } from 'react';

const VISIBLE = 2;

/** Shows the two most important banners and hides the rest behind a button. The caller gives them in order of importance. */
export function BannerStack({ banners }: { banners: (ReactElement | false | null | undefined)[] }) {
  const [expanded, setExpanded] = useState(false);
  const present = banners.filter((banner): banner is ReactElement => Boolean(banner));
  const hidden = present.length - VISIBLE;
  return (
    <>
      {expanded ? present : present.slice(0, VISIBLE)}
      {hidden > 0 && (
        <div className="banner-more no-print">
          <button type="button" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>{expanded ? 'Show fewer' : `Show ${hidden} more`}</button>
        </div>
      )}
    </>
  );
}
