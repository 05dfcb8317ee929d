import { readFileSync } from 'node:fs';
import { fromBuffer } from '@/domain/lab/buffer';
import { dayOf } from '@/domain/lab/day';
import { scoreOurs } from './ours';
import { BENCH_PACT } from './pact';
import { SETTING } from './setting';

/** A process that holds some of the cases: whatever it is told, it scores them and says what they add up to. */
const [, , file = ''] = process.argv;
const own = readFileSync(file);
const store = fromBuffer(own.buffer.slice(own.byteOffset, own.byteOffset + own.byteLength));
const ours = { store, day: dayOf(store, SETTING.asOf), columnBytes: 0, dayBytes: 0 };
process.on('message', () => {
  process.send?.(scoreOurs(ours, BENCH_PACT, SETTING));
});
process.send?.('ready');
