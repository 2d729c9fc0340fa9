import { useMantineColorScheme } from '@mantine/core';
import { DropdownButton } from '../shared/ui/DropdownButton';
import { Sliders } from '../shared/ui/icons';
import { useSingleKeys } from './singleKeys';

const THEMES = [['light', 'Light'], ['dark', 'Dark'], ['auto', 'System']] as const;

export function Settings({ showKeys }: { showKeys: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [single, setSingle] = useSingleKeys();
  return (
    <DropdownButton className="icon-button" name="Settings" face={<Sliders />} panelName="Settings" panelClass="settings"
      panel={(close) => (
        <>
          <p className="caption">Theme</p>
          <div className="segments" role="group" aria-label="Theme">
            {THEMES.map(([value, name]) => <button key={value} className="button" type="button" aria-pressed={colorScheme === value} onClick={() => setColorScheme(value)}>{name}</button>)}
          </div>
          <label><input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} /> Single-key shortcuts (j, k, t, …)</label>
          <button className="button" type="button" onClick={() => { close(); showKeys(); }}>Keyboard shortcuts <kbd>?</kbd></button>
        </>
      )} />
  );
}
