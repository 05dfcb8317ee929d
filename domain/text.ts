import { z } from 'zod';

/** Control characters (tab and line breaks excepted), lone surrogates, zero-width and bidirectional-override characters. */
const HIDDEN = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** Scripts that spell words with joiners. */
const JOINING =
  'Arabic Syriac Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam Sinhala';
const LETTER = `[${JOINING.split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('')}]`;
const IN_WORDS = new RegExp(`(?<=${LETTER})(?:\\u200C|\\u200D)(?=${LETTER})`, 'gu');
/** And within one emoji. */
const IN_EMOJI =
  /(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D(?=\p{Extended_Pictographic})/gu;

/**
 * Whether words hold a control, zero-width or direction-override character. A joiner is none where a
 * script is not spelt without it: no party has its own words refused.
 */
export const holdsHidden = (value: string): boolean =>
  HIDDEN.test(
    value
      .replace(/[\t\n\r]/g, '')
      .replace(IN_WORDS, '')
      .replace(IN_EMOJI, ''),
  );

/** How a schema refuses them. */
export const HIDDEN_REFUSED = {
  error: 'expected no control or zero-width characters',
  params: { code: 'hidden_characters' },
};

/** Words written by people: not blank, bounded, without control or zero-width characters. */
export function text(maximum: number) {
  return z
    .string()
    .max(maximum, `expected at most ${maximum} characters`)
    .refine((value) => value.trim() !== '', {
      ...{ error: 'expected words, found nothing', params: { code: 'blank' } },
    })
    .refine((value) => !holdsHidden(value), HIDDEN_REFUSED);
}

/** A stable lower-case identifier: letters, digits and hyphens. */
export const slug = z
  .string()
  .max(120, 'expected at most 120 characters')
  .regex(
    /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
    'expected a slug of lower-case letters, digits and hyphens',
  );

/** A short identifier within a record, such as `c1` or `doj-2018`. */
export const localId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
    'expected a short id of letters, digits, dot, dash or underscore',
  );

/** An address as it can be opened, or null; browsers forgive blanks where servers do not. */
function opened(value: string): URL | null {
  if (/\s/.test(value.trim()) || !URL.canParse(value)) return null;
  const url = new URL(value);
  return ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** An http(s) address, without a name and password in it. */
export const webAddress = z
  .string()
  .max(2000, 'expected at most 2000 characters')
  .refine((value) => !holdsHidden(value), HIDDEN_REFUSED)
  .refine((value) => opened(value) !== null, 'expected an http or https address')
  .refine((value) => {
    const url = opened(value);
    return url === null || (url.username === '' && url.password === '');
  }, 'expected an address without a name or password in it');
