import { ChevronDown } from './icons';

interface Props<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  choose: (value: T) => void;
  /** What it does, on hover and focus. */
  note?: string;
}

/** A choice of one option, based on the browser's own select, which supports keyboard, speech and touch. */
export function Choice<T extends string>({ name, value, options, choose, note }: Props<T>) {
  return (
    <label className="button choice">
      {name}
      <select aria-label={name} data-tip={note} value={value} onChange={(event) => choose(event.target.value as T)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
      <ChevronDown size={14} />
    </label>
  );
}
