import type { ReactNode } from 'react';

interface Props {
  /** What the table is, for a screen reader; another name than that of the card around it. */
  name: string;
  className?: string;
  children: ReactNode;
}

/** Lets a wide table scroll inside its card. It takes the focus, so that the arrow keys scroll it too. */
export function TableScroll({ name, className, children }: Props) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={className ? `table-scroll ${className}` : 'table-scroll'} role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}
