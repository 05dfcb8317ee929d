'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';

const EMBED = { embed: parseAsStringLiteral(['1']), chart: parseAsString };

/** Whether one chart is shown alone, and which; without a name, the first of the view. */
export function useEmbed(): { readonly embedded: boolean; readonly chart: string | null } {
  const [{ embed, chart }] = useQueryStates(EMBED);
  return { embedded: embed === '1', chart: embed === '1' ? chart : null };
}
