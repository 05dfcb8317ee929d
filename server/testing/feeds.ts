/** An element of an XML document: its name, attributes, text and children. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};
const plain = (words: string): string =>
  words.replace(/&([^;]*);/g, (whole, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });

const TOKEN =
  /<\?[^>]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|([\s\S])/g;

/** Reads XML without a document type; throws where it is not well formed. */
export function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [whole, cdata, closes, name, attributes, alone, words, odd] of text.matchAll(TOKEN)) {
    const here = open.at(-1);
    if (here === undefined || odd !== undefined) throw new Error(`not well formed: ${whole}`);
    if (cdata !== undefined) here.text += cdata;
    else if (words !== undefined) here.text += plain(words);
    else if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed and was not open`);
    } else if (name !== undefined) {
      const pairs = [...(attributes ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)];
      const made: Element = {
        ...{ name, children: [], text: '' },
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, plain(value ?? '')])),
      };
      here.children.push(made);
      if (alone !== '/') open.push(made);
    }
  }
  const [document, ...more] = root.children;
  if (open.length !== 1 || document === undefined || more.length > 0)
    throw new Error('not one document, or one that does not end');
  return document;
}

export const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);
export const textOf = (element: Element, name: string): string =>
  childrenOf(element, name)[0]?.text ?? '';

/** A property of a calendar's entry, such as `DTSTART;VALUE=DATE`, by its name with parameters. */
export type IcsEvent = Readonly<Record<string, string>>;

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** Reads a calendar by RFC 5545: lines of at most 75 octets, each ended by CR LF; throws otherwise. */
export function parseIcs(text: string): IcsEvent[] {
  const raw = text.replace(/\r\n$/, '').split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break in ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
  }
  const lines = raw
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR')
    throw new Error('not a calendar');
  for (const needed of ['VERSION:2.0', 'PRODID:'])
    if (!lines.some((line) => line.startsWith(needed))) throw new Error(`${needed} is missing`);
  const events: Record<string, string>[] = [];
  const open: { readonly name: string; readonly held: Record<string, string> }[] = [];
  let components = 0;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`not a property: ${line}`);
    const here = open.at(-1);
    if (name === 'BEGIN') open.push({ name: value, held: {} });
    else if (name === 'END') {
      const ended = open.pop();
      if (ended?.name !== value) throw new Error(`${value} is ended and was not open`);
      components += 1;
      if (value === 'VEVENT') events.push(ended.held);
    } else if (here !== undefined) {
      if (name in here.held) throw new Error(`${name} stands twice`);
      here.held[name] = unescaped(value);
    }
  }
  if (open.length > 0 || components === 0)
    throw new Error('a component that does not end, or none');
  return events;
}
