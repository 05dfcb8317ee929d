import 'server-only';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import { type Columns, columnsOf } from '@/domain/sweep/columns';
import { processWide } from './process-wide';
import { Recent } from './recent';
import { layoutOf, memoFor } from './standing-answer';

/** Incidents of one stretch: what is scored at once, before others who ask meanwhile have their turn. */
const STRETCH = 500;
/** Incidents whose claims are fused at once. */
const FUSED = 50;

const kept = processWide('compare-columns', () => ({
  sources: new WeakMap<readonly Incident[], Recent<Promise<readonly Columns[]>>>(),
}));

const othersTurn = () => new Promise<void>((go) => setImmediate(go));

async function layOut(incidents: readonly Incident[], setting: Setting): Promise<Columns[]> {
  const memo = memoFor(setting);
  const stretches: Columns[] = [];
  for (let from = 0; from < incidents.length; from += STRETCH) {
    const stretch = incidents.slice(from, from + STRETCH);
    for (let part = 0; part < stretch.length; part += FUSED) {
      columnsOf(stretch.slice(part, part + FUSED), setting, memo);
      await othersTurn();
    }
    stretches.push(columnsOf(stretch, setting, memo));
  }
  return stretches;
}

/** A record in columns, stretch by stretch: laid out once, and never long at a time. */
export async function stretchesOf(
  incidents: readonly Incident[],
  setting: Setting,
): Promise<readonly Columns[]> {
  const own = kept.sources.get(incidents) ?? new Recent<Promise<readonly Columns[]>>(2);
  kept.sources.set(incidents, own);
  try {
    return await own.get(layoutOf(setting), () => layOut(incidents, setting));
  } catch (error) {
    kept.sources.delete(incidents); // A failure is not kept.
    throw error;
  }
}

/** The longest that a computation goes on before others have their turn. */
const SLICE_MS = 12;

/** Aborted by whoever asked. */
export class Abandoned extends Error {}

interface Watch<S> {
  /** Aborted where whoever asked has gone. */
  readonly signal?: AbortSignal;
  /** Told between two slices how far it is. */
  readonly onStep?: (step: S) => void;
}

/** Runs something that pauses of itself, giving others their turn between its steps. */
export async function sliced<S, T>(
  run: Generator<S, T>,
  { signal, onStep }: Watch<S> = {},
): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    onStep?.(step.value);
    await othersTurn();
    if (signal?.aborted === true) throw new Abandoned('whoever asked has gone');
    since = performance.now();
  }
}
