import { lazy, Suspense, type ReactNode } from 'react';

const Drop = lazy(() => import('./Drop'));

export interface DropProps {
  /** What the button shows. */
  face: ReactNode;
  /** Its name for readers, where the face has no words. */
  name?: string;
  className?: string;
  /** The name of what opens. */
  panelName: string;
  panelClass?: string;
  panel: (close: () => void) => ReactNode;
}

/** A button that opens a panel. The panel's code comes after the first paint; until then the button only stands there. */
export function DropButton(props: DropProps) {
  const { face, name, className } = props;
  return (
    <Suspense fallback={<button className={`button ${className ?? ''}`} type="button" aria-label={name} title={name}>{face}</button>}>
      <Drop {...props} />
    </Suspense>
  );
}
