import type { Claim } from './claim';
import { proposeGrade } from './codebook';
import { folded } from './folded';
import type { Incident } from './incident';
import { type QuickLog, UNKNOWN } from './quick-log';
import { hostOf } from './source-address';
import { spanOfWhen } from './when';

/** What a quick log says where its recorder said nothing. Our own choices [D], shown on the record. */
export const QUICK_DEFAULTS = {
  /** Below every shorter deadline and higher floor, until somebody rates it. */
  severity: 2,
  severityNote: 'Not yet rated: 2 until it is rated by the scale.',
  /** One source has told of it; nobody has verified it. */
  status: 'reported',
  tlp: 'GREEN',
} as const;

const SOURCE = 's1';

/** A claim of which only the state is known: at even odds it carries no weight at all (method.md 2.4). */
function unnamedClaim(accused: string, host: string): Claim {
  return {
    id: 'c1',
    claimant: { name: host, type: 'media', state: null },
    accused,
    proposition: 'LINK',
    date: null,
    basis: 'media',
    reliability: 'F',
    credibility: 6,
    likelihood: 'roughly_even_chance',
    cluster: 'c1',
    dependence: 'lead',
    derivedFrom: [],
    admission: false,
    status: 'live',
    sources: [SOURCE],
    note: 'From the quick log: who says so, and how sure, is not recorded yet. Carries no weight.',
  };
}

function claimsOf({ linkedState, claim }: QuickLog, host: string): Claim[] {
  if (linkedState === UNKNOWN) return [];
  const plain = unnamedClaim(linkedState, host);
  if (claim === undefined) return [plain];
  const { reliability, credibility, reason } = proposeGrade({
    claimantType: claim.whoType,
    basis: claim.basis,
  });
  return [
    {
      ...plain,
      claimant: { name: claim.who, type: claim.whoType, state: claim.whoState },
      proposition: claim.proposition,
      basis: claim.basis,
      reliability,
      credibility,
      likelihood: claim.likelihood,
      note: `From the quick log; graded by the codebook: ${reason}.`,
    },
  ];
}

const MAX_SLUG = 80;

/** `us-2016-party-mail-published`: victim state, year and title as a stable address, at most 80 characters. */
export function proposedId({
  title,
  when,
  victimState,
}: Pick<QuickLog, 'title' | 'when' | 'victimState'>): string {
  const year = spanOfWhen(when).started.date.slice(0, 4);
  const state = victimState === UNKNOWN ? 'xx' : victimState.toLowerCase();
  const words = folded(title)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  return [state, year, ...words].reduce((slug, word) =>
    slug.length + word.length < MAX_SLUG ? `${slug}-${word}` : slug,
  );
}

/** The first of `id`, `id-2`, `id-3` … that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  for (let number = 2; ; number += 1) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`;
}

/**
 * The incident a quick log tells of. Neutral: it says no more than the recorder did. An unknown
 * state is named in no claim; a state without a word on who says so carries no weight.
 */
export function incidentFromQuickLog(quick: QuickLog, id: string): Incident {
  const { title, conduct, when, victimState, objects, sourceUrl, victim } = quick;
  const host = hostOf(sourceUrl) ?? sourceUrl.slice(0, 300);
  return {
    id,
    title,
    summary: `${title}. Logged in short from ${host}; to be summarised.`,
    ...spanOfWhen(when),
    recurring: false,
    recursOf: [],
    disclosed: null,
    victimStates: victimState === UNKNOWN ? [] : [victimState],
    victims: victim === undefined ? [] : [victim],
    conduct,
    objects,
    intent: null,
    severity: quick.severity ?? QUICK_DEFAULTS.severity,
    severityNote:
      quick.severity === undefined ? QUICK_DEFAULTS.severityNote : 'Rated in the quick log.',
    status: quick.status ?? QUICK_DEFAULTS.status,
    tlp: quick.tlp ?? QUICK_DEFAULTS.tlp,
    joint: [],
    sources: [{ id: SOURCE, title, publisher: host, date: null, url: sourceUrl }],
    claims: claimsOf(quick, host),
    notifications: [],
    responses: [],
    extensions: [],
    pleas: [],
    objections: [],
  };
}
