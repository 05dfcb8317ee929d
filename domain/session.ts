import { z } from 'zod';

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const first = (pairs: readonly (readonly [RegExp, string])[], words: string) =>
  pairs.find(([pattern]) => pattern.test(words))?.[1] ?? null;

/**
 * A program by the header it sends, as coarsely as somebody recognises their own: browser and
 * system, never a version. What sends nothing known is another program.
 */
export function agentInBrief(userAgent: string | null): string {
  const words = (userAgent ?? '').slice(0, 512);
  const [browser, system] = [first(BROWSERS, words), first(SYSTEMS, words)];
  if (browser === null) return 'another program';
  return system === null ? browser : `${browser} on ${system}`;
}

/** A session under way, as its owner and an admin see it. */
export const listedSessionSchema = z.object({
  id: z.string(),
  user: z.object({ id: z.string(), name: z.string() }),
  /** Browser and system, coarsely. */
  agent: z.string(),
  startedAt: z.string(),
  /** When it was last used, give or take five minutes. */
  seenAt: z.string(),
  /** The session of whoever asks. */
  current: z.boolean(),
});
export type ListedSession = z.infer<typeof listedSessionSchema>;
export const sessionListSchema = z.object({ sessions: z.array(listedSessionSchema) });
