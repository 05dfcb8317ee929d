import 'server-only';
import { latestSeq } from './changes';
import { beforeClose } from './database';
import { processWide } from './process-wide';

interface Slot<T> {
  held?: T;
  /** The last ledger entry that was looked at. */
  seq: number;
  refreshing?: Promise<T>;
}

/**
 * Something that is read once per process and follows the ledger: refreshed when that has grown, from
 * what is held and up to an entry, once for all who ask meanwhile. A write of this process shows at
 * once, another instance's within a second or so.
 */
export function followingLedger<T extends object>(
  name: string,
  refresh: (held: T | undefined, seq: number) => Promise<T>,
): () => Promise<T> {
  const slot = processWide<Slot<T>>(name, () => ({ seq: -1 }));
  const forget = async (): Promise<void> => {
    delete slot.held;
    slot.seq = -1;
  };
  const refreshed = async (held: T | undefined, seq: number): Promise<T> => {
    try {
      const fresh = await refresh(held, seq);
      slot.held = fresh;
      slot.seq = seq;
      return fresh;
    } finally {
      delete slot.refreshing;
    }
  };
  return async () => {
    beforeClose(forget);
    for (;;) {
      const seq = await latestSeq();
      const { held } = slot;
      if (held !== undefined && slot.seq >= seq) return held;
      slot.refreshing ??= refreshed(held, seq);
      await slot.refreshing;
    }
  };
}
