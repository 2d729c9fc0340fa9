import { Popover } from '@mantine/core';
import { useState } from 'react';
import type { DropdownProps } from './DropdownButton';
import './dropdown.css';

export default function Dropdown({ face, name, className, panelName, panelClass, panel }: DropdownProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <button className={`button ${className ?? ''}`} type="button" aria-label={name} data-tip={name} aria-haspopup="dialog" onClick={() => setOpen(!open)}>{face}</button>
      </Popover.Target>
      <Popover.Dropdown className={`popover ${panelClass ?? ''}`} aria-label={panelName}>{panel(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  );
}
