import { lazy, Suspense, type ReactNode } from 'react';

const Dropdown = lazy(() => import('./Dropdown'));

export interface DropdownProps {
  /** What the button shows. */
  face: ReactNode;
  /** The accessible name, if the button shows no text. */
  name?: string;
  className?: string;
  /** The accessible name of the panel. */
  panelName: string;
  panelClass?: string;
  panel: (close: () => void) => ReactNode;
}

/** A button that opens a panel. The panel's code loads after the first paint; until then the button does nothing. */
export function DropdownButton(props: DropdownProps) {
  const { face, name, className } = props;
  return (
    <Suspense fallback={<button className={`button ${className ?? ''}`} type="button" aria-label={name} title={name}>{face}</button>}>
      <Dropdown {...props} />
    </Suspense>
  );
}
