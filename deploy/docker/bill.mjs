// Reads a bill of materials and writes it without what differs between two runs, and without the components whose name
// starts with the word that is given: those are not in the images.
import { readFileSync } from 'node:fs';

const left = process.argv[2] ?? null;
const bill = JSON.parse(readFileSync(0, 'utf8'));
delete bill.serialNumber;
delete bill.metadata.timestamp;
if (left) {
  const isKept = (component) => !component.name.startsWith(left);
  const gone = new Set(bill.components.filter((component) => !isKept(component)).map((component) => component['bom-ref']));
  if (gone.size === 0) throw new Error(`no component starts with ${left}`);
  bill.components = bill.components.filter(isKept);
  bill.dependencies = bill.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((name) => !gone.has(name)) }));
}
process.stdout.write(JSON.stringify(bill, null, 2) + '\n');
