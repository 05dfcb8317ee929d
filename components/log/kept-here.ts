import type { IncidentDraft } from '@/domain/incident-draft';
import { type Kept, type Origin, readKept } from './draft-keeper';
import { type About, isDraft } from './draft-routes';

/** What this device keeps of the drafts of one person; nobody else reads it. */
const PREFIX = 'servanda.draft';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isDraftId = (text: string | null): text is string => text !== null && UUID.test(text);

/** A new id for a draft: random, as RFC 9562 writes it; also where a page is no secure context. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) =>
    (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte)
      .toString(16)
      .padStart(2, '0'),
  );
  const part = (from: number, to: number) => hex.slice(from, to).join('');
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-');
}

const nameOf = (person: string, about: About | null, id: string): string =>
  `${PREFIX}:${person}:${about === null ? id : `incident:${about.incidentId}`}`;

/** What this device calls a draft: by its id, a change to a record by the record until it has one. */
export const keptKey =
  (person: string, about: About | null) =>
  (id: string | null, { wanted }: Origin): string =>
    nameOf(person, id === null ? about : null, id ?? wanted);

/** What this device kept of a draft that the server may not have; the last of these names first. */
export function keptHere(
  storage: Pick<Storage, 'getItem'>,
  person: string,
  about: About | null,
  ids: readonly string[],
): Kept<IncidentDraft> | null {
  const names = ids.map((id) => nameOf(person, null, id));
  if (about !== null) names.push(nameOf(person, about, ''));
  for (const name of names) {
    const kept = readKept(storage, name, isDraft);
    if (kept !== null) return kept;
  }
  return null;
}

/** The drafts that a window holds open now, where the browser tells. */
async function openNow(): Promise<ReadonlySet<string>> {
  const locks: LockManager | undefined = navigator.locks; // None outside a secure context.
  const { held = [] } = (await locks?.query()) ?? {};
  return new Set(held.flatMap(({ name }) => name ?? []));
}

const lockOf = (id: string): string => `${PREFIX}:${id}`;

/** Says to other windows that this draft is open here, until the returned function is called. */
export function holdOpen(id: string): () => void {
  const locks: LockManager | undefined = navigator.locks;
  let release = () => {};
  const closed = new Promise<void>((resolve) => {
    release = resolve;
  });
  void locks?.request(lockOf(id), { mode: 'shared' }, () => closed);
  return release;
}

/** A new draft that this device kept, that never reached the server, and that no window has open. */
export async function leftBehind(
  storage: Storage,
  person: string,
): Promise<Kept<IncidentDraft> | null> {
  const open = await openNow();
  const start = nameOf(person, null, '');
  for (const name of Object.keys(storage)) {
    const id = name.startsWith(start) ? name.slice(start.length) : null;
    if (!isDraftId(id) || open.has(lockOf(id))) continue;
    const kept = readKept(storage, name, isDraft);
    if (kept !== null && kept.id === null) return kept;
  }
  return null;
}
