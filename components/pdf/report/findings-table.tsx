import { StyleSheet, Text, View } from '@react-pdf/renderer';
import { countOf, formatDated, formatNumber, formatRange } from '@/components/format';
import { printable } from '@/components/pdf/printable';
import { Heading, Line, Note } from '@/components/pdf/sheet';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingRow } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import type { ReportViews } from '@/domain/view/report';
import { INK } from './ink';
import { VerdictSign } from './verdict-sign';

const styles = StyleSheet.create({
  row: {
    ...{ flexDirection: 'row', borderBottom: `0.5pt solid ${INK.hairline}`, paddingVertical: 2 },
    fontSize: 7.5,
  },
  head: { color: INK.muted, borderBottom: `0.75pt solid ${INK.rule}` },
  day: { width: 66, paddingRight: 6 },
  incident: { flex: 1, paddingRight: 6 },
  accused: { width: 58, paddingRight: 6 },
  clause: { width: 40, paddingRight: 6 },
  verdict: { width: 92, paddingRight: 6, flexDirection: 'row' },
  word: { marginLeft: 3, flex: 1 },
  belief: { width: 62, textAlign: 'right' },
});

function Row({ row, signed }: { readonly row: FindingRow; readonly signed: boolean }) {
  return (
    <View style={styles.row} wrap={false}>
      <Text style={styles.day}>{printable(formatDated(row.started))}</Text>
      <Text style={styles.incident}>{printable(row.title)}</Text>
      <Text style={styles.accused}>{printable(stateName(row.accused))}</Text>
      <Text style={styles.clause}>{printable(row.clause)}</Text>
      <View style={styles.verdict}>
        <VerdictSign verdict={row.verdict} signed={signed || row.signed !== null} />
        <Text style={styles.word}>
          {printable(`${VERDICT_WORDS[row.verdict]}${row.signed === null ? '' : ', signed'}`)}
        </Text>
      </View>
      <Text style={styles.belief}>
        {printable(`${formatRange(row.lower, row.upper, 2)} / ${formatNumber(row.threshold, 2)}`)}
      </Text>
    </View>
  );
}

interface Props {
  readonly findings: ReportViews['findings'];
  readonly signed: boolean;
  /** Where the others are. */
  readonly query: string;
}

/** The covered findings, the gravest first; as many as paper holds, with a word on the others. */
export function FindingsTable({ findings: { rows, total }, signed, query }: Props) {
  const more = total - rows.length;
  return (
    <>
      <Heading>Findings</Heading>
      <Note>
        One per incident and accused party, under the clause with the gravest verdict; the gravest
        first. Belief: from what is believed to what is possible, then the threshold of the clause.
      </Note>
      {rows.length === 0 ? <Line>No covered finding.</Line> : null}
      <View>
        <View style={[styles.row, styles.head]} fixed>
          <Text style={styles.day}>Began</Text>
          <Text style={styles.incident}>Incident</Text>
          <Text style={styles.accused}>Accused</Text>
          <Text style={styles.clause}>Clause</Text>
          <Text style={styles.verdict}>Verdict</Text>
          <Text style={styles.belief}>Belief</Text>
        </View>
        {rows.map((row) => (
          <Row key={`${row.incident} ${row.clause} ${row.accused}`} row={row} signed={signed} />
        ))}
      </View>
      {more > 0 ? (
        <Line>
          {`${countOf(more, 'more finding')} of ${formatNumber(total)} ${more === 1 ? 'is' : 'are'} not listed here: all are in /api/v1/findings/export?${query}&format=csv.`}
        </Line>
      ) : null}
    </>
  );
}
