import { useQuery } from '@tanstack/react-query';
import { profiles, type CalendarUpload } from '../../shared/api/imports';

interface Props {
  chosen: CalendarUpload;
  change: (part: Partial<CalendarUpload>) => void;
  disabled: boolean;
}

/** Stands for a layout that comes with the files. */
const OWN = '';
const WORDS: Record<string, string> = { 'macro-edge': 'macro-edge: this product’s own', sample: 'sample: as the sample' };

/** Which files, and how they are laid out. */
export function CalendarFields({ chosen, change, disabled }: Props) {
  const known = useQuery(profiles).data?.names ?? ['macro-edge'];
  const own = !known.includes(chosen.profile);
  const choose = (profile: string) => change(profile === OWN ? { profile: 'own', layout: undefined } : { profile, layout: undefined });
  return (
    <fieldset className="import-fields" disabled={disabled}>
      <label>Calendar files <input type="file" multiple required onChange={({ target }) => change({ files: [...(target.files ?? [])] })} /></label>
      <label>
        Layout
        <select value={own ? OWN : chosen.profile} onChange={({ target }) => choose(target.value)}>
          {known.map((name) => <option key={name} value={name}>{WORDS[name] ?? name}</option>)}
          <option value={OWN}>A layout of your own (YAML)</option>
        </select>
      </label>
      {own && <label>Layout file <input type="file" required accept=".yaml,.yml" onChange={({ target }) => change({ layout: target.files?.[0] })} /></label>}
      <p className="second faint">CSV, JSON or XLSX, as the layout says. “macro-edge” has the columns indicator, released_at, period, actual, forecast, previous. Nothing leaves this machine.</p>
    </fieldset>
  );
}
