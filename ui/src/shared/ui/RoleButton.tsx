import type { ButtonHTMLAttributes } from 'react';
import { useRefusal, type Role } from '../api/session';
import { tip } from './tip';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  needs: Role;
}

/** A button for what a role is needed for. Whoever does not have it sees the button, cannot use it, and reads why on hover and focus. */
export function RoleButton({ needs, onClick, ...button }: Props) {
  const refused = useRefusal(needs);
  if (refused === undefined) return <button type="button" onClick={onClick} {...button} />;
  return <button type="button" {...button} aria-haspopup={undefined} aria-disabled="true" {...tip(refused)} />;
}
