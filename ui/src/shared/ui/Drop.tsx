import { Popover } from '@mantine/core';
import { useState } from 'react';
import type { DropProps } from './DropButton';
import './drop.css';

export default function Drop({ face, name, className, panelName, panelClass, panel }: DropProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <button className={`button ${className ?? ''}`} type="button" aria-label={name} title={name} aria-haspopup="dialog" onClick={() => setOpen(!open)}>{face}</button>
      </Popover.Target>
      <Popover.Dropdown className={`popover ${panelClass ?? ''}`} aria-label={panelName}>{panel(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  );
}
