import { StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { formatNumber, formatPercent } from '@/components/format';
import { SERIF } from '@/components/pdf/fonts';
import { printable } from '@/components/pdf/printable';
import { Heading, Line, Note } from '@/components/pdf/sheet';
import { FINDING_WORDS } from '@/components/standing/finding-words';
import { grouped, opening, partySentence, plain } from '@/components/standing/headline';
import type { StandingLine, StandingView } from '@/domain/standing-view';
import { stateName } from '@/domain/states';
import { INK } from './ink';
import { indexMarks } from './pictures';

const BAR = 150;

const styles = StyleSheet.create({
  opening: { fontFamily: SERIF, fontSize: 13, lineHeight: 1.3, marginBottom: 4 },
  party: {
    ...{ flexDirection: 'row', borderBottom: `0.5pt solid ${INK.hairline}`, paddingVertical: 4 },
  },
  words: { flex: 1, paddingRight: 12 },
  sentence: { fontFamily: SERIF, fontSize: 10, lineHeight: 1.25, marginBottom: 2 },
  muted: { color: INK.muted, fontSize: 8, marginTop: 2 },
  word: { fontSize: 9, lineHeight: 1.3 },
});

function basisOf({ years, basis }: StandingLine): string {
  const looked =
    basis.monitored === null
      ? 'no monitoring on record'
      : `${formatPercent(basis.monitored)} monitored`;
  return `${formatNumber(years, 1)} years in force; ${looked}`;
}

function Party({ line, view }: { readonly line: StandingLine; readonly view: StandingView }) {
  const { word, meaning } = FINDING_WORDS[line.word];
  return (
    <View style={styles.party} wrap={false}>
      <View style={styles.words}>
        <Text style={styles.sentence}>
          {printable(plain(partySentence(line, stateName(line.party), view)))}
        </Text>
        <Text style={styles.word}>{printable(`${word}: ${meaning}`)}</Text>
      </View>
      <View>
        <Svg width={BAR} height={12}>
          {indexMarks(line, BAR)}
        </Svg>
        <Text style={styles.muted}>{printable(`0 to 100. ${basisOf(line)}`)}</Text>
      </View>
    </View>
  );
}

/** The answer first: a sentence, then a line for each party with its word and its band. */
export function Parties({ view }: { readonly view: StandingView }) {
  const { shown, folded, outside } = grouped(view.standings);
  return (
    <>
      <Text style={styles.opening}>{printable(opening(view))}</Text>
      {shown.map((line) => (
        <Party key={line.party} line={line} view={view} />
      ))}
      {folded.length === 0 ? null : (
        <Note>
          {`${folded.length} other parties have no violation, no pending and no disputed case: ${folded.map(({ party }) => stateName(party)).join(', ')}.`}
        </Note>
      )}
      {outside.length === 0 ? null : (
        <>
          <Heading>Not parties: compatibility, had they been bound</Heading>
          {outside.map((line) => (
            <Party key={line.party} line={line} view={view} />
          ))}
        </>
      )}
      {view.overlapping ? (
        <Line>The bands overlap: the record does not tell which party did worse.</Line>
      ) : null}
    </>
  );
}
