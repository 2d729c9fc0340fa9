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

/** A modal named for readers; it keeps the focus inside, closes on Esc and gives the focus back. */
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
