import { Popover, useMantineColorScheme } from '@mantine/core';
import { Sliders } from '../shared/ui/icons';
import { useSingleKeys } from './singleKeys';

const THEMES = [['light', 'Light'], ['dark', 'Dark'], ['auto', 'As the system']] as const;

export function Settings({ showKeys }: { showKeys: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [single, setSingle] = useSingleKeys();
  return (
    <Popover position="bottom-end" shadow="none" trapFocus returnFocus>
      <Popover.Target>
        <button className="button icon-button" type="button" aria-label="Settings" title="Settings"><Sliders /></button>
      </Popover.Target>
      <Popover.Dropdown className="popover settings" aria-label="Settings">
        <p className="caption">Theme</p>
        <div className="segments" role="group" aria-label="Theme">
          {THEMES.map(([value, name]) => <button key={value} className="button" type="button" aria-pressed={colorScheme === value} onClick={() => setColorScheme(value)}>{name}</button>)}
        </div>
        <label><input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} /> Single keys (j, k, t, …)</label>
        <button className="button" type="button" onClick={showKeys}>All keys <kbd>?</kbd></button>
      </Popover.Dropdown>
    </Popover>
  );
}
