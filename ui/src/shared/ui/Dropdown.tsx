import { Popover } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DropdownProps } from './DropdownButton';
import './dropdown.css';

export default function Dropdown({ face, name, className, panelName, panelClass, panel }: DropdownProps) {
  const [open, setOpen] = useState(false);
  useEscape(open, setOpen);
  return (
    <Popover opened={open} onChange={setOpen} closeOnEscape={false} position="bottom-end" shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <button className={`button ${className ?? ''}`} type="button" aria-label={name} data-tip={name} aria-haspopup="dialog" onClick={() => setOpen(!open)}>{face}</button>
      </Popover.Target>
      <Popover.Dropdown className={`popover ${panelClass ?? ''}`} aria-label={panelName}>{panel(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  );
}

/** Esc closes what is open wherever the focus is: it enters the panel only a moment after the panel is drawn. */
function useEscape(open: boolean, setOpen: (open: boolean) => void): void {
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      setOpen(false);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [open, setOpen]);
}
