import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { SERIF } from '@/components/pdf/fonts';
import { INK } from '@/components/pdf/report/ink';

/** Rows that one page holds of each part; what is left is counted. */
export const MOST = { lines: 9, clauses: 8, parties: 3, flips: 9 } as const;

const one = { maxLines: 1, textOverflow: 'ellipsis' } as const;

export const styles = StyleSheet.create({
  heading: {
    ...{ fontFamily: SERIF, fontWeight: 'bold', fontSize: 10, marginTop: 8, marginBottom: 2 },
    ...{ borderTop: `0.75pt solid ${INK.rule}`, paddingTop: 4 },
  },
  sentence: { fontFamily: SERIF, fontSize: 10.5, lineHeight: 1.3, marginVertical: 4, maxLines: 4 },
  side: { fontSize: 8, lineHeight: 1.3, maxLines: 2, textOverflow: 'ellipsis' },
  row: { flexDirection: 'row', borderBottom: `0.5pt solid ${INK.hairline}`, paddingVertical: 1 },
  where: { ...one, width: 78, fontSize: 7.5, color: INK.muted, paddingRight: 6 },
  what: { ...one, flex: 1, fontSize: 7.5, paddingRight: 6 },
  incident: { ...one, flex: 1.3, fontSize: 7.5, paddingRight: 6 },
  short: { ...one, width: 62, fontSize: 7.5, paddingRight: 6 },
  found: { ...one, flex: 1.25, fontSize: 7, paddingRight: 6 },
  note: { ...one, fontSize: 7.5, color: INK.muted },
  small: { fontSize: 7, lineHeight: 1.3, maxLines: 2, textOverflow: 'ellipsis' },
});

/** A line of a table on paper. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <View style={styles.row}>{children}</View>;
}

/** What a page has no room for. */
export function More({ left, what }: { readonly left: number; readonly what: string }) {
  return left <= 0 ? null : (
    <Text style={styles.note}>{`and ${left} more ${what}${left === 1 ? '' : 's'}`}</Text>
  );
}
