import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Incident } from '@/domain/incident';
import type { VariantAddress } from '@/domain/lab/address';
import { type LabAnswer, MOST_FLIPS } from '@/domain/lab/answer';
import {
  type Bases,
  figuresOfRollup,
  figuresOfSweep,
  plainFigures,
  type Shown,
  shownOf,
} from '@/domain/lab/figures';
import { type Flip, flipsBetween } from '@/domain/lab/flips';
import { heardOf } from '@/domain/lab/hearing';
import { type Span, spanOf } from '@/domain/lab/span';
import { changesText } from '@/domain/lab/variant';
import { basisOn, NO_BASIS } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import { ENGINE_VERSION, type Policy } from '@/domain/policy';
import { periodFor } from '@/domain/standing';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { headOf } from '@/domain/standing-shape';
import { type Tlp, tlpOfRows } from '@/domain/tlp';
import type { World } from '@/domain/view/world';
import { endOfToday } from '@/server/clock';
import { hashOfPact } from '@/server/columns/seen';
import { markingsOf } from '@/server/corpus/marking';
import { beforeClose } from '@/server/database';
import {
  type LabRecord,
  resolveVariant,
  type Variant,
  type VariantRefusal,
} from '@/server/lab-variant';
import type { Library } from '@/server/library';
import { processWide } from '@/server/process-wide';
import { Recent } from '@/server/recent';
import { worldOf } from '@/server/standing-answer';
import { type LabSource, type Resolved, resolveColumns } from './record';
import { turnedIn } from './turned';

/** Worlds kept of each record: the pact as in its text, and the variants asked for last. */
const WORLDS = 4;
const kept = processWide('lab', () => new WeakMap<readonly Incident[], Recent<World>>());

/** Tells pacts apart by all they say: a draft says something else under the same name an hour later. */
const fingerprint = (pact: Pact): string =>
  createHash('sha256').update(JSON.stringify(pact)).digest('base64url');

/** A pact over the record of a reader, swept; numbers moved make another world. */
function worldIn(
  { held, incidents }: LabRecord,
  pact: Pact,
  {
    setting,
    text,
    moved,
  }: { readonly setting: Setting; readonly text: string; readonly moved: string },
): World {
  const worlds = kept.get(incidents) ?? new Recent<World>(WORLDS);
  kept.set(incidents, worlds);
  const { version, compiledOn, monitoring, pacts, policies } = held;
  const source = { version, compiledOn, monitoring, pacts, policies, incidents };
  const { asOf, assumedFrom, policy } = setting;
  const place = [text, moved, asOf, assumedFrom, policy.version, version];
  return worlds.get(place.join(' '), () => worldOf(source, pact, setting, []));
}

/** A variant and the pact as in its text, both over one record on one day. */
function worldsOf(record: LabRecord, { base, pact, changes, setting }: Variant) {
  const own = { ...setting, assumedFrom: null };
  const moved = changesText(changes);
  const text = fingerprint(base);
  return {
    before: worldIn(record, base, { setting: own, text, moved: '' }),
    after: worldIn(record, pact, { setting, text, moved }),
  };
}

function shownIn({ pact, setting, sweep, sums, basis }: World): {
  readonly shown: Shown;
  readonly bases: Bases;
} {
  const bases = Object.fromEntries(
    pact.parties.map(({ code }) => [code, basis(code, periodFor({ pact, setting }, code))]),
  );
  const figures = figuresOfSweep(sweep, sums({ ...DEFAULT_FILTER, pact: pact.id }));
  return { shown: shownOf(figures, { pact, setting }, bases), bases };
}

type Refused = { readonly ok: false; readonly refusal: VariantRefusal };

const tagOf = (columns: string, asked: VariantAddress): string =>
  `"${createHash('sha256')
    .update(`${columns} ${ENGINE_VERSION} ${JSON.stringify(asked)}`)
    .digest('base64url')
    .slice(0, 27)}"`;

/** The first instant at which a policy applies: a day before the first version is judged by the first. */
const sinceWhen = ({ policies }: Library, { version, validFrom }: Policy): number =>
  policies[0]?.version === version ? -Infinity : Date.parse(`${validFrom}T00:00:00.000Z`);

export interface LabFound {
  readonly ok: true;
  readonly answer: LabAnswer;
  readonly etag: string;
  /** The pact as in its text, and the days between which it is looked at. */
  readonly base: Pact;
  /** The draft that is looked at; null: a version, which a draft may have become. */
  readonly draft: string | null;
  readonly span: () => Span;
}

/** What is shown of a variant, beside its head. */
type Figures = Pick<LabAnswer, 'before' | 'after' | 'bases' | 'flips'>;

/** The figures of a past day that was otherwise than today, from its incidents. */
export function figuresOfRecord(record: LabRecord, variant: Variant): Figures {
  const { before, after } = worldsOf(record, variant);
  const [was, is] = [shownIn(before), shownIn(after)];
  const flips = flipsBetween(before.sweep, after.sweep);
  return {
    ...{ before: was.shown, after: is.shown },
    bases: { before: was.bases, after: is.bases },
    flips: { rows: flips.slice(0, MOST_FLIPS), total: flips.length },
  };
}

/** One side counted from columns. */
async function shownOfColumns(
  { held, seen }: Extract<LabSource, { kind: 'columns' }>,
  { base, pact }: Pick<Variant, 'base' | 'pact'>,
  setting: Setting,
): Promise<{ readonly shown: Shown; readonly bases: Bases }> {
  const { assumedFrom = null, asOf } = setting;
  const rollup = await seen.rollup({ base, pact, assumedFrom, asOf });
  const figures = plainFigures(figuresOfRollup(rollup));
  const { monitoring } = held;
  const periods = pact.parties.map(({ code }) => periodFor({ pact, setting }, code));
  const heard = await seen.heard({ pact, asOf, periods });
  const bases = Object.fromEntries(
    pact.parties.map(({ code: party }, at) => {
      const [period = null, own] = [periods[at], heard[at]];
      if (period === null || own === undefined) return [party, NO_BASIS];
      return [party, basisOn({ pact, monitoring, setting }, { party, period }, heardOf(own))];
    }),
  );
  return { shown: shownOf(figures, { pact, setting }, bases), bases };
}

/** The figures from columns. */
async function figuresOfColumns(
  source: Extract<LabSource, { kind: 'columns' }>,
  variant: Variant,
): Promise<Figures> {
  const { base, pact, setting } = variant;
  const was = await shownOfColumns(source, { base, pact: base }, { ...setting, assumedFrom: null });
  const is = await shownOfColumns(source, { base, pact }, setting);
  return {
    ...{ before: was.shown, after: is.shown },
    bases: { before: was.bases, after: is.bases },
    flips: await turnedIn(source.seen, variant, MOST_FLIPS),
  };
}

/** What the lab says of a variant over its source. */
async function answerOf(
  { variant, source, columns }: Resolved,
  asked: VariantAddress,
): Promise<LabAnswer> {
  const { base, pact, setting, changes, unsaved } = variant;
  const { held } = source;
  const corpus = {
    version: `${held.version}`,
    compiledOn: held.compiledOn ?? toDay(setting.asOf),
    incidents: source.kind === 'columns' ? source.seen.count : source.record.incidents.length,
  };
  const filter = { ...DEFAULT_FILTER, pact: base.id, from: asked.from, asOf: asked.asOf };
  const figures =
    source.kind === 'columns'
      ? await figuresOfColumns(source, variant)
      : figuresOfRecord(source.record, variant);
  const head = headOf({ pact, setting, corpus, signed: 0 }, filter);
  return { ...{ head, changes, unsaved, columns }, ...figures };
}

/** Answers kept: many who ask the same cost one. */
const ANSWERS = 200;
const answers = processWide('lab answers', () => ({
  kept: new Recent<Promise<LabAnswer>>(ANSWERS),
}));

async function forget(): Promise<void> {
  answers.kept = new Recent<Promise<LabAnswer>>(ANSWERS);
}

/** What the lab says of the variant of an address, as an actor may see it. */
export async function labAnswer(asked: VariantAddress, actor: Actor): Promise<LabFound | Refused> {
  beforeClose(forget);
  const found = await resolveColumns(asked, actor);
  if (!found.ok) return found;
  const { source, columns } = found;
  const { base, draft, setting } = found.variant;
  const tag = `${columns} ${hashOfPact(base)} ${source.held.version} ${setting.asOf}`;
  const etag = tagOf(tag, asked);
  const span = () => spanOf(base, endOfToday(), sinceWhen(source.held, setting.policy));
  try {
    const answer = await answers.kept.get(etag, () => answerOf(found, asked));
    return { ok: true, etag, base, draft, span, answer };
  } catch (error) {
    answers.kept.drop(etag); // A failure is not kept.
    throw error;
  }
}

/** Every finding that the variant of an address turns, for a file. */
export async function labFlips(
  asked: VariantAddress,
  actor: Actor,
): Promise<
  | {
      readonly ok: true;
      readonly flips: readonly Flip[];
      readonly head: LabAnswer['head'];
      readonly variant: Variant;
      /** Of the records that the flips name. */
      readonly tlp: readonly Tlp[];
    }
  | Refused
> {
  const found = await resolveVariant(asked, actor);
  if (!found.ok) return found;
  const { variant, record } = found;
  const { before, after } = worldsOf(record, variant);
  const { from, asOf } = asked;
  const pact = variant.base.id;
  const head = headOf(after, { ...DEFAULT_FILTER, pact, from, asOf });
  const flips = flipsBetween(before.sweep, after.sweep);
  const tlp = tlpOfRows(markingsOf(record.held, record.incidents), flips);
  return { ok: true, flips, head, variant, tlp };
}
