// Writes incidents until it is killed, printing the id of each once it is acknowledged.
import { openDatabase } from '@/server/database';
import { logIncident } from '@/server/incidents';
import { orRefuse } from '@/server/refused';
import { anIncident } from './incident';

await orRefuse(async () => {
  await openDatabase();
  process.stdout.write('open\n');
  for (let n = 1; ; n += 1) {
    const id = `kill-${process.pid}-${n}`;
    const logged = await logIncident({ kind: 'program', name: 'import' }, anIncident(id), 'test');
    if (logged.ok) process.stdout.write(`${id}\n`);
  }
});
