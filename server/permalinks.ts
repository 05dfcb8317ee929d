import 'server-only';
import type { Fault } from '@/domain/fault';
import { labSchema } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { isPermalinkCode, MOST_QUERY, type Permalink, permalinkOf } from '@/domain/permalink';
import { parseStandingFilter } from '@/domain/standing-filter';
import { VIEWS, type ViewName } from '@/domain/view/views';
import { database } from './database';
import { ASKS } from './trends/views';

/** Parameters that say what is shown of a page; they are words of that page and asked of nobody. */
const besideOf = (path: string): readonly string[] =>
  path === '/lab' ? ['open', 'why', 'clause', 'curve'] : ['open', 'why'];

type Parsed = { readonly ok: true } | { readonly ok: false; readonly faults: readonly Fault[] };

/** How the pages that have short addresses read theirs. */
function parserOf(path: string): ((parameters: URLSearchParams) => Parsed) | null {
  if (path === '/') return parseStandingFilter;
  if (path === '/lab') return (parameters) => parseParameters(labSchema, parameters);
  const view: ViewName | undefined = VIEWS.find((one) => one.path === path)?.name;
  return view === undefined ? null : ASKS[view];
}

export type KeptPermalink =
  | { readonly ok: true; readonly link: Permalink }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const fault = (path: string, message: string): KeptPermalink => ({
  ok: false,
  faults: [{ path, record: null, message }],
});

/**
 * Keeps a short address for a page under a filter; asked again, it is the one that is there. Only
 * addresses that the page itself would read get one. It tells nothing of who asked, and no entry of
 * the ledger: it changes no record.
 */
export async function keepPermalink(path: string, query: string): Promise<KeptPermalink> {
  const parse = parserOf(path);
  if (parse === null) return fault('path', 'expected a page with a filter, such as /trends');
  const given = [...new URLSearchParams(query)];
  const asked = given.filter(([name]) => !besideOf(path).includes(name));
  const parsed = parse(new URLSearchParams(asked));
  if (!parsed.ok) return parsed;
  const link = permalinkOf(path, given);
  if (link.query.length > MOST_QUERY)
    return fault('query', `expected at most ${MOST_QUERY} characters`);
  await database().permalink.createMany({ data: [{ ...link }], skipDuplicates: true });
  const held = await findPermalink(link.code);
  // Another question with the same 59 bits: whoever came first keeps them.
  if (held?.path !== link.path || held.query !== link.query)
    return fault('query', 'this address cannot be shortened: use it in full');
  return { ok: true, link };
}

/** The page behind a short address, or null where there is none. */
export async function findPermalink(code: string): Promise<Permalink | null> {
  if (!isPermalinkCode(code)) return null;
  return database().permalink.findUnique({
    where: { code },
    select: { code: true, path: true, query: true },
  });
}
