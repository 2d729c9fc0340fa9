import { ChevronDown } from './icons';

interface Props<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; words: string }[];
  choose: (value: T) => void;
  title?: string;
}

/** One of several, by the platform's own list: it takes keys, speech and thumbs without code of ours. */
export function Choice<T extends string>({ name, value, options, choose, title }: Props<T>) {
  return (
    <label className="button choice" title={title}>
      {name}
      <select aria-label={name} value={value} onChange={(event) => choose(event.target.value as T)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.words}</option>)}
      </select>
      <ChevronDown size={14} />
    </label>
  );
}
