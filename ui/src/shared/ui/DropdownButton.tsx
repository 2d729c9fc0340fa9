import type { ReactNode } from 'react';
import { chunk } from './chunk';
import { Panel } from './Panel';

const Dropdown = chunk<DropdownProps>(() => import('./Dropdown'));

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

/** A button that opens a panel. The panel's code loads after the first paint; until then the button does nothing. If it did not arrive, a click tries again. */
export function DropdownButton(props: DropdownProps) {
  const { face, name, className } = props;
  const plain = (click?: () => void) => <button className={`button ${className ?? ''}`} type="button" aria-label={name} onClick={click}>{face}</button>;
  return <Panel name={props.panelName} fallback={plain()} failed={plain}><Dropdown {...props} /></Panel>;
}
