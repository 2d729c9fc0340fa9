import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import './modal.css';

interface Props {
  name: string;
  close: () => void;
  className?: string;
  size?: number;
  children: ReactNode;
}

/** A modal dialog with an accessible name. It traps the focus, closes on Esc and then restores the focus. */
export function Dialog({ name, close, className, size = 440, children }: Props) {
  return (
    <Modal.Root opened onClose={close} size={size} yOffset="10vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content className={`modal ${className ?? ''}`} aria-label={name} shadow="none">
        <Modal.Body p={0}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
