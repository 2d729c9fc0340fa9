import type { ReactNode } from 'react';
import type { Label } from '../api/types';

interface IconProps {
  size?: number;
}

function icon(paths: ReactNode) {
  return function Icon({ size = 16 }: IconProps) {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        {paths}
      </svg>
    );
  };
}

export const ChevronLeft = icon(<path d="M10 3 5 8l5 5" />);
export const ChevronRight = icon(<path d="m6 3 5 5-5 5" />);
export const ChevronDown = icon(<path d="m4 6 4 4 4-4" />);
export const Clock = icon(<><circle cx="8" cy="8" r="6" /><path d="M8 4.8V8l2.2 1.4" /></>);
export const Download = icon(<path d="M8 2.5v7m0 0L5 6.7m3 2.8 3-2.8M3 13h10" />);
export const Warning = icon(<><path d="M8 2.2 14.4 13H1.6z" /><path d="M8 6.4v3M8 11.2v.1" /></>);
export const Failure = icon(<><circle cx="8" cy="8" r="6.2" /><path d="M8 4.6v4.2M8 11.2v.1" /></>);
export const Retry = icon(<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.6" />);
export const Sliders = icon(<path d="M2 4.5h6m4 0h2M2 11.5h2m4 0h6M10 2.8v3.4M6 9.8v3.4" />);
export const Arrow = icon(<path d="M2.5 8h11M9.5 4l4 4-4 4" />);
export const Magnifier = icon(<><circle cx="7" cy="7" r="4.6" /><path d="m10.6 10.6 3.6 3.6" /></>);
export const Cross = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const Sheet = icon(<><path d="M2.5 3.5h11v10h-11z" /><path d="M2.5 6.5h11M5.5 1.8v3M10.5 1.8v3" /></>);
export const Check = icon(<path d="m3 8.5 3.2 3.2L13 5" />);

export const AtLeast = icon(<path d="m3.5 3 9 4-9 4M3.5 14h9" />);
export const AtMost = icon(<path d="m12.5 3-9 4 9 4M3.5 14h9" />);

const up = (y: number, height = 5.5) => <path key={y} d={`M6 ${y} 10.8 ${y + height}h-9.6z`} />;
const down = (y: number, height = 5.5) => <path key={y} d={`M6 ${y + height} 10.8 ${y}h-9.6z`} />;

const SHAPES: Record<Label, ReactNode> = {
  'strongly-bullish': [up(0.8), up(6)],
  bullish: up(2, 8),
  neutral: <circle cx="6" cy="6" r="3" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  bearish: down(2, 8),
  'strongly-bearish': [down(0.5), down(5.7)],
};

/** The symbol of a label. It shows the label without relying on colour. */
export function LabelShape({ label, size = 12 }: { label: Label; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
      {SHAPES[label]}
    </svg>
  );
}
