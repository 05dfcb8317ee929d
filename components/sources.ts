import type { ViewHead } from '@/domain/standing-view';
import { formatDay, formatNumber } from './format';

/** What an answer rests on: record, pact, policy and engine, and the day. */
export function originOf({ corpus, pact, policy, engine, asOf }: ViewHead): string {
  const records = `corpus ${corpus.version} (${formatNumber(corpus.incidents)} incidents, compiled ${formatDay(corpus.compiledOn)})`;
  const stamp = pact.kind === 'hypothetical' ? ', HYPOTHETICAL' : '';
  return `Sources: ${records} · ${pact.title}, version ${pact.version}${stamp} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)}`;
}

/** Versions and cut-off, the same under every picture and in every file taken from the page. */
export const sourcesOf = (head: ViewHead): string =>
  `${originOf(head)} · computed, ${head.signed === 0 ? 'none' : head.signed} signed`;
