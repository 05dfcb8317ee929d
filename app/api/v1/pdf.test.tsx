import { Font } from '@react-pdf/renderer';
import { expect, it } from 'vitest';
import { SANS, SERIF } from '@/components/pdf/fonts';
import { printable, shownCodes } from '@/components/pdf/printable';
import { Fact, Heading, Quote, Sheet } from '@/components/pdf/sheet';
import { bare, pdfPages } from '@/server/testing/pdf-text';
import { pdfAnswer } from './pdf';

const RUSSIAN = 'Мы не признаём этих утверждений; наш ответ дан 17 марта 2021 года.';

it('holds a statement in Russian that can be searched and copied', async () => {
  const answer = await pdfAnswer(
    Sheet({
      title: 'Протокол',
      stamp: null,
      foot: 'Finding 1',
      children: [
        <Heading key="1">Right of reply</Heading>,
        <Quote key="2">{`“${RUSSIAN}”`}</Quote>,
        <Fact key="3" label="За Россию" value="dissents – «не доказано»" />,
      ],
    }),
    'sheet.pdf',
  );
  const text = pdfPages(Buffer.from(await answer.arrayBuffer())).join('');
  for (const said of ['Протокол', `“${RUSSIAN}”`, 'За Россию', 'dissents – «не доказано»', '1 / 1'])
    expect(text).toContain(bare(said));
});

it('prints as it is only what every font of running text has', async () => {
  const styles = [
    { fontFamily: SANS },
    { fontFamily: SERIF },
    { fontFamily: SERIF, fontWeight: 'bold' as const },
  ];
  for (const style of styles) {
    await Font.load(style);
    const font = Font.getFont(style)?.data;
    expect(shownCodes().filter((code) => font?.hasGlyphForCodePoint(code) !== true)).toEqual([]);
  }
});

it.each([
  ['Київ, Αθήνα, Łódź', 'Київ, Αθήνα, Łódź'],
  ['中', '[U+4E2D]'],
  ['a\tb\r\nc', 'a b\nc'],
  ['и\u0306', 'й'],
  ['\u202e', '[U+202E]'],
])('prints %j', (text, printed) => expect(printable(text)).toBe(printed));
