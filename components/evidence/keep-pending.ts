import { ask, sentenceOf } from '@/components/log/api';
import { fileHash } from './file-hash';
import { checkPending, fileOf, type Pending, type PendingFaults } from './pending';

/** What became of the files that were to be kept. */
export interface Kept {
  /** A sentence for each that was sent. */
  readonly said: readonly string[];
  /** Those not kept, with what is wrong with each by its key. */
  readonly left: readonly Pending[];
  readonly faults: Readonly<Record<string, PendingFaults>>;
}

type One = { readonly said?: string; readonly faults?: PendingFaults; readonly kept: boolean };

async function keepOne(incident: string, one: Pending): Promise<One> {
  const checked = checkPending(one, await fileHash(fileOf(one)));
  if (!checked.ok) return { kept: false, faults: checked.faults };
  const body = new FormData();
  body.set('file', checked.file);
  body.set('meta', JSON.stringify(checked.upload));
  const reply = await ask('POST', `/incidents/${incident}/evidence`, { body });
  if (reply.kind === 'done')
    return {
      kept: true,
      said: `${one.name} is kept; both hashes agree: ${checked.upload.sha256}.`,
    };
  const said = `${one.name}: ${sentenceOf(reply)}`;
  if (reply.kind !== 'refused') return { kept: false, said };
  const faults = reply.faults.map(({ path, message }): [string, string] => [path, message]);
  return { kept: false, said, faults: Object.fromEntries(faults) };
}

/** Sends files one after the other, each with its hash; one that is refused holds none of the others up. */
export async function keepPending(incident: string, pending: readonly Pending[]): Promise<Kept> {
  const [said, left]: [string[], Pending[]] = [[], []];
  const faults: Record<string, PendingFaults> = {};
  for (const one of pending) {
    const done = await keepOne(incident, one);
    if (done.said !== undefined) said.push(done.said);
    if (done.faults !== undefined) faults[one.key] = done.faults;
    if (!done.kept) left.push(one);
  }
  return { said, left, faults };
}
