// Drops from npm's bill of materials what differs between two runs: the number of the run and its time.
import { readFileSync } from 'node:fs';

const bill = JSON.parse(readFileSync(0, 'utf8'));
delete bill.serialNumber;
delete bill.metadata.timestamp;
process.stdout.write(JSON.stringify(bill, null, 2) + '\n');
