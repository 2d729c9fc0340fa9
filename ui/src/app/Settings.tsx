import { useMantineColorScheme } from '@mantine/core';
import { DropButton } from '../shared/ui/DropButton';
import { Sliders } from '../shared/ui/icons';
import { useSingleKeys } from './singleKeys';

const THEMES = [['light', 'Light'], ['dark', 'Dark'], ['auto', 'As the system']] as const;

export function Settings({ showKeys }: { showKeys: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [single, setSingle] = useSingleKeys();
  return (
    <DropButton className="icon-button" name="Settings" face={<Sliders />} panelName="Settings" panelClass="settings"
      panel={(close) => (
        <>
          <p className="caption">Theme</p>
          <div className="segments" role="group" aria-label="Theme">
            {THEMES.map(([value, name]) => <button key={value} className="button" type="button" aria-pressed={colorScheme === value} onClick={() => setColorScheme(value)}>{name}</button>)}
          </div>
          <label><input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} /> Single keys (j, k, t, …)</label>
          <button className="button" type="button" onClick={() => { close(); showKeys(); }}>All keys <kbd>?</kbd></button>
        </>
      )} />
  );
}
