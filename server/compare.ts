import 'server-only';
import type { Actor } from '@/domain/actor';
import { assumedFrom } from '@/domain/bound';
import { toDay, toIso } from '@/domain/dates';
import type { Incident } from '@/domain/incident';
import type { SideAddress } from '@/domain/lab/address';
import { changeWords } from '@/domain/lab/change-words';
import { type Comparison, comparing } from '@/domain/lab/compare';
import type { CompareAddress } from '@/domain/lab/compare-address';
import { compareQuery } from '@/domain/lab/compare-address';
import {
  type CompareView,
  compareSentence,
  pairView,
  type SideHead,
  sameWords,
} from '@/domain/lab/compare-view';
import type { Undecidable } from '@/domain/lab/meeting';
import { sideChanges } from '@/domain/lab/side';
import type { Pact } from '@/domain/pact';
import { textHash } from '@/domain/pact-text';
import { ENGINE_VERSION } from '@/domain/policy';
import { highestTlp } from '@/domain/tlp';
import { hashOfPact } from './columns/seen';
import { sliced, stretchesOf } from './compare-columns';
import { pairOf, symmetryOf } from './compare-symmetry';
import { markingsOf } from './corpus/marking';
import {
  type LabRecord,
  labRecord,
  type Variant,
  type VariantRefusal,
  variantIn,
} from './lab-variant';
import { processWide } from './process-wide';
import { Recent } from './recent';
import { watchedOn } from './standing-answer';

/** Which side a refusal is about. */
export interface CompareRefusal {
  readonly code: VariantRefusal['code'];
  readonly field: string;
  readonly message: string;
}

/** The pacts as saved, before numbers are moved. */
type Bases = Readonly<Record<'a' | 'b', Pact>>;

export type Compared =
  | {
      readonly ok: true;
      readonly view: CompareView;
      readonly record: LabRecord;
      readonly bases: Bases;
    }
  | { readonly ok: false; readonly refusal: CompareRefusal };

/** Comparisons kept of one version of the record as one reader sees it. */
const KEPT = 12;
const kept = processWide('comparisons', () => ({
  sources: new WeakMap<readonly Incident[], Recent<Promise<CompareView>>>(),
}));

interface Sides {
  readonly a: Variant;
  readonly b: Variant;
}

interface Told {
  readonly undecidable: Undecidable;
  readonly symmetry: string | null;
}

function headOf(address: SideAddress, variant: Variant, told: Told): SideHead {
  const { base, draft, pact, setting, changes, unsaved } = variant;
  const from = setting.assumedFrom ?? assumedFrom(pact);
  return {
    ...{ address, id: base.id, version: base.version, title: base.title, kind: base.kind },
    ...{ unsaved, draft, changes, textHash: textHash(pact) },
    moved: changes.map((change) => changeWords(base, change)),
    from: from === null ? null : toDay(from),
    ...told,
  };
}

async function compare(
  record: LabRecord,
  asked: CompareAddress,
  { a, b }: Sides,
): Promise<CompareView> {
  const { held, incidents } = record;
  const { setting } = a;
  const stretches = await stretchesOf(incidents, setting);
  const { monitoring } = held;
  const watched = watchedOn({ incidents }, setting);
  const told: Comparison = await sliced(comparing(stretches, a, b, { monitoring, watched }));
  const pairs = told.pairs.map(pairView);
  const changes = sideChanges(a, b);
  const sameText = pairs.every((pair) => sameWords(pair) && !pair.moved);
  const same = sameText && changes.length === 0 && pairs.every((pair) => pair.changes.length === 0);
  const symmetry = {
    a: await symmetryOf(incidents, a, pairOf(told.parties, 'a')),
    b: await symmetryOf(incidents, b, pairOf(told.parties, 'b')),
  };
  const { undecidable } = told;
  return {
    a: headOf(asked.a, a, { undecidable: undecidable.a, symmetry: symmetry.a }),
    b: headOf(asked.b, b, { undecidable: undecidable.b, symmetry: symmetry.b }),
    ...{ asOf: toIso(setting.asOf), policy: setting.policy.version, engine: ENGINE_VERSION },
    corpus: {
      version: `${held.version}`,
      compiledOn: held.compiledOn ?? toDay(setting.asOf),
      incidents: incidents.length,
    },
    tlp: highestTlp(markingsOf(held, incidents).values()),
    sentence: compareSentence(told, { sameText: same, incidents: incidents.length }),
    ...{ identical: same && told.flips.length === 0, changes, pairs },
    ...{ parties: told.parties, matrix: told.matrix },
    ...{ flips: told.flips, flipCount: told.flips.length },
  };
}

const ofB = (field: string): string => `b${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;

/** Both sides of an address, found over one record as an actor may see it. */
export async function sidesFor(
  asked: CompareAddress,
  actor: Actor,
): Promise<
  | ({ readonly ok: true; readonly record: LabRecord } & Sides)
  | { readonly ok: false; readonly refusal: CompareRefusal }
> {
  const record = await labRecord(asked.asOf, actor);
  const a = await variantIn(record, { ...asked.a, asOf: asked.asOf }, actor);
  if (!a.ok) return a;
  const b = await variantIn(record, { ...asked.b, asOf: asked.asOf }, actor);
  if (!b.ok) return { ok: false, refusal: { ...b.refusal, field: ofB(b.refusal.field) } };
  // One object for both: the columns are laid out under it.
  const { policy } = a.variant.setting;
  const setting = { ...b.variant.setting, policy };
  return { ok: true, record, a: a.variant, b: { ...b.variant, setting } };
}

/** Two sides compared over the record an actor may see; nothing of the question is kept in the ledger. */
export async function compareSides(asked: CompareAddress, actor: Actor): Promise<Compared> {
  const found = await sidesFor(asked, actor);
  if (!found.ok) return found;
  const { record, a, b } = found;
  const { incidents } = record;
  const own = kept.sources.get(incidents) ?? new Recent<Promise<CompareView>>(KEPT);
  kept.sources.set(incidents, own);
  // What a draft says, and which version is the latest, change while an address stays as it is.
  const said = [a, b].map(({ base }) => hashOfPact(base)).join(' ');
  const key = `${compareQuery(asked)} ${said} ${a.asOf} ${a.setting.policy.version}`;
  try {
    const view = await own.get(key, () => compare(record, asked, { a, b }));
    return { ok: true, view, record, bases: { a: a.base, b: b.base } };
  } catch (error) {
    kept.sources.delete(incidents); // A failure is not kept.
    throw error;
  }
}

/** The pacts that can be a side: those that are scored, in the order of titles. */
export const sideOptions = ({ held }: LabRecord) =>
  held.pacts
    .filter(({ referenceOnly }) => !referenceOnly)
    .map(({ id, title, kind, version }) => ({ id, title, kind, latest: version }))
    .sort((one, two) => one.title.localeCompare(two.title, 'en'));
