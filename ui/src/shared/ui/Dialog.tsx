import { Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import './modal.css';

interface Props {
  name: string;
  close: () => void;
  className?: string;
  size?: number;
  children: ReactNode;
}

/** Gives the focus back to where it was when the dialog opened, unless something else took it by then. */
function useFocusBack() {
  const [origin] = useState(() => document.activeElement);
  useEffect(() => () => {
    setTimeout(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && origin instanceof HTMLElement && origin.isConnected) origin.focus();
    });
  }, [origin]);
}

/** A modal dialog with an accessible name over a scrim. It traps the focus, closes on Esc and then gives the focus back. */
export function Dialog({ name, close, className, size = 440, children }: Props) {
  useFocusBack();
  return (
    <Modal.Root opened onClose={close} size={size} yOffset="10vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.4} />
      {/* A class name would go to the frame around the content too, which covers the page. */}
      <Modal.Content classNames={{ content: `modal ${className ?? ''}` }} aria-label={name} shadow="none">
        <Modal.Body p={0}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
