import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { type Tlp, tlpLabel } from '@/domain/tlp';
import { MONO, SANS, SERIF } from './fonts';
import { printable } from './printable';

const styles = StyleSheet.create({
  page: {
    ...{ paddingTop: 56, paddingBottom: 64, paddingHorizontal: 56 },
    ...{ fontFamily: SANS, fontSize: 9, color: '#1c2126' },
  },
  // With the size it multiplies; of each text, not of the page: under it a foot with page numbers is lost.
  text: { fontSize: 9, lineHeight: 1.45 },
  title: { fontFamily: SERIF, fontWeight: 'bold', fontSize: 19, lineHeight: 1.2, marginBottom: 4 },
  heading: {
    ...{ fontFamily: SERIF, fontWeight: 'bold', fontSize: 12, marginTop: 16, marginBottom: 4 },
    ...{ borderTop: '0.75pt solid #8a9097', paddingTop: 6 },
  },
  subheading: { fontFamily: SERIF, fontWeight: 'bold', marginTop: 8, marginBottom: 2 },
  stamp: { fontSize: 8, letterSpacing: 1.2, marginBottom: 8 },
  quote: { fontFamily: SERIF, fontSize: 10, lineHeight: 1.45, marginVertical: 4 },
  row: { flexDirection: 'row', borderBottom: '0.5pt solid #d5d8dc', paddingVertical: 2 },
  label: { fontSize: 9, lineHeight: 1.45, width: 150, color: '#4c545c', paddingRight: 8 },
  value: { fontSize: 9, lineHeight: 1.45, flex: 1 },
  code: { fontFamily: MONO, fontSize: 7, lineHeight: 1.6 },
  note: { fontSize: 8.5, lineHeight: 1.45, color: '#4c545c', marginVertical: 2 },
  head: {
    ...{ position: 'absolute', top: 28, left: 56, right: 56, fontSize: 7.5 },
    ...{ color: '#4c545c', letterSpacing: 0.6 },
  },
  marking: {
    ...{ position: 'absolute', right: 56, fontFamily: SERIF, fontWeight: 'bold', fontSize: 12 },
    ...{ lineHeight: 1, color: '#000000' },
  },
  foot: {
    ...{ position: 'absolute', bottom: 28, left: 56, right: 56, fontSize: 7.5 },
    ...{ color: '#4c545c', flexDirection: 'row', justifyContent: 'space-between' },
  },
});

interface SheetProps {
  readonly title: string;
  /** The strictest marking of what it holds, at the head and the foot of every page (TLP 2.0); absent: none is known. */
  readonly tlp?: Tlp;
  /** HYPOTHETICAL and its day, or null. */
  readonly stamp: string | null;
  /** At the head of every page, such as the stamp again. */
  readonly head?: string;
  /** At the foot of every page. */
  readonly foot: string;
  /** One page and no more: whoever fills it sees to it that all fits. */
  readonly onePage?: boolean;
  readonly children: ReactNode;
}

/** Where a marking stands, in points from the edge of the page. */
type Place = { readonly top: number } | { readonly bottom: number };

/** A marking as FIRST asks for it: 12 points, to the right, in words; black, as printers are. */
function Marking({ tlp, place }: { readonly tlp: Tlp; readonly place: Place }) {
  return (
    <Text style={[styles.marking, place]} fixed>
      {tlpLabel(tlp)}
    </Text>
  );
}

/** A report on paper: title, stamp, and a foot with page numbers. */
export function Sheet({ title, tlp, stamp, head, foot, onePage = false, children }: SheetProps) {
  const narrowed = tlp === undefined ? {} : { right: 214 };
  return (
    <Document title={printable(title)} creator="Servanda" language="en-GB">
      <Page size="A4" style={styles.page} wrap={!onePage}>
        {head === undefined ? null : (
          <Text style={[styles.head, narrowed]} fixed>
            {printable(head)}
          </Text>
        )}
        {tlp === undefined ? null : <Marking tlp={tlp} place={{ top: 24 }} />}
        <Text style={styles.title}>{printable(title)}</Text>
        {stamp === null ? null : <Text style={styles.stamp}>{printable(stamp)}</Text>}
        {children}
        <View style={styles.foot} fixed>
          <Text>{printable(foot)}</Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
        {tlp === undefined ? null : <Marking tlp={tlp} place={{ bottom: 12 }} />}
      </Page>
    </Document>
  );
}

export function Heading({ children }: { readonly children: string }) {
  return (
    <Text style={styles.heading} minPresenceAhead={40}>
      {printable(children)}
    </Text>
  );
}

/** The title of a part of a section. */
export function Subheading({ children }: { readonly children: string }) {
  return (
    <Text style={styles.subheading} minPresenceAhead={30}>
      {printable(children)}
    </Text>
  );
}

export function Line({ children }: { readonly children: string }) {
  return <Text style={styles.text}>{printable(children)}</Text>;
}

export function Note({ children }: { readonly children: string }) {
  return <Text style={styles.note}>{printable(children)}</Text>;
}

/** Words of others, such as a clause or a dissent. */
export function Quote({ children }: { readonly children: string }) {
  return <Text style={styles.quote}>{printable(children)}</Text>;
}

/** What something is, and what it says; hashes in letters of one width. */
export function Fact({
  label,
  value,
  code = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly code?: boolean;
}) {
  return (
    <View style={styles.row} wrap={false}>
      <Text style={styles.label}>{printable(label)}</Text>
      <Text style={code ? [styles.value, styles.code] : styles.value}>{printable(value)}</Text>
    </View>
  );
}

/** What somebody said: who and when, their words, and the hash of them. */
export function Statement({
  head,
  text,
  textHash,
}: {
  readonly head: string;
  readonly text: string | null;
  readonly textHash: string | null;
}) {
  return (
    <>
      <Line>{head}</Line>
      {text === null ? null : <Quote>{`“${text}”`}</Quote>}
      {textHash === null ? null : <Fact label="SHA-256 of the text" value={textHash} code />}
    </>
  );
}
