import { Modal, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { stepped, useAsOf } from '../features/time/asOf';
import { moveRow } from './moveRow';
import { useSingleKeys } from './singleKeys';

const ALL = [
  ['j k or ↓ ↑', 'Move in the table'], ['Enter', 'Open'], ['Esc', 'Close, or back to live'], ['Shift [ ]', 'A day back, forward'],
  ['Alt [ ]', 'A week back, forward'], ['g then b', 'Board'], ['c', 'Copy the table as CSV'], ['t', 'Theme'], ['?', 'All keys'],
] as const;

const typing = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;

interface Props {
  help: boolean;
  setHelp: (open: boolean) => void;
  shown: string | undefined;
}

export function Keys({ help, setHelp, shown }: Props) {
  const { asOf, go } = useAsOf();
  const navigate = useNavigate();
  const [single] = useSingleKeys();
  const scheme = useComputedColorScheme();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    let before = '';
    const actions: Record<string, () => void> = {
      j: () => moveRow(1),
      k: () => moveRow(-1),
      t: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
      '?': () => setHelp(true),
      c: () => document.querySelector<HTMLElement>('[data-shortcut="c"]')?.click(),
      b: () => { if (before === 'g') void navigate({ to: '/' }); },
    };
    const step = (event: KeyboardEvent) => {
      const forward = event.code === 'BracketRight' || event.code === 'Period';
      const back = event.code === 'BracketLeft' || event.code === 'Comma';
      if ((!forward && !back) || (!event.shiftKey && !event.altKey) || !shown) return false;
      const target = stepped(shown, (forward ? 1 : -1) * (event.altKey ? 7 : 1), Date.now());
      if (asOf || back) go(target);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      if (event.key === 'Escape' && asOf) return go(undefined);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (document.activeElement?.matches('[data-row]')) { event.preventDefault(); moveRow(event.key === 'ArrowDown' ? 1 : -1); }
        return;
      }
      if (!single || step(event) || event.altKey) return;
      actions[event.key]?.();
      before = event.key;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return (
    <Modal opened={help} onClose={() => setHelp(false)} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }} classNames={{ content: 'keys', header: 'keys-head' }} shadow="none">
      <dl>{ALL.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
    </Modal>
  );
}
