import type { CustodyAction, CustodyEntry, Evidence } from './evidence';
import type { Fault } from './fault';
import { same } from './revision-tree';

/** How an item can begin. */
const FIRST: readonly CustodyAction[] = ['captured', 'received'];
/** What is done only for a stated reason. */
const REASONED: readonly CustodyAction[] = ['opened', 'unsealed', 'exported', 'redacted'];

type Kept = Pick<Evidence, 'id' | 'capturedAt' | 'custody'>;

/** Whether an item is sealed after its custody list, given how it began. */
export function isSealedAfter(custody: readonly CustodyEntry[], atFirst: boolean): boolean {
  const last = custody.findLast(({ action }) => action === 'sealed' || action === 'unsealed');
  return last === undefined ? atFirst : last.action === 'sealed';
}

/**
 * What is wrong with a custody list (method.md 6): it begins with the capture or receipt, no earlier
 * than the capture itself, runs in order of time, and gives a reason for whatever shows or changes
 * the item.
 */
export function custodyFaults({ id, capturedAt, custody }: Kept): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, record: id, message });
  custody.forEach(({ at, action, reason }, index) => {
    const path = `custody[${index}]`;
    const before = custody[index - 1]?.at ?? capturedAt;
    if (index === 0 && !FIRST.includes(action))
      fault(`${path}.action`, 'expected the list to begin with "captured" or "received"');
    if (Date.parse(at) < Date.parse(before))
      fault(
        `${path}.at`,
        index === 0 ? 'expected a time not before the capture' : 'expected the order of time',
      );
    if (REASONED.includes(action) && reason === undefined)
      fault(`${path}.reason`, `expected a reason: "${action}" needs one`);
  });
  return faults;
}

/** Whether `after` only adds to `before`: no entry of a custody list is ever changed or removed. */
export function onlyAdds(before: readonly CustodyEntry[], after: readonly CustodyEntry[]): boolean {
  return before.every((entry, at) => same(entry, after[at]));
}

/** The list with one more entry. Refused, as null, where it would stand before the last one. */
export function withCustody(item: Kept, entry: CustodyEntry): CustodyEntry[] | null {
  const custody = [...item.custody, entry];
  return custodyFaults({ ...item, custody }).length === 0 ? custody : null;
}
