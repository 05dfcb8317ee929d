import { StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { summary, totals } from '@/components/charts/findings-series';
import { type Mark, marksOf } from '@/components/charts/time-axis';
import { formatDay, formatNumber, formatPercent } from '@/components/format';
import { printable } from '@/components/pdf/printable';
import { Heading, Line, Note } from '@/components/pdf/sheet';
import { rateUnit } from '@/components/trends/rate-bins';
import { VERDICT_WORDS } from '@/components/verdict-words';
import { stateName } from '@/domain/states';
import type { PartyBand, ReportViews } from '@/domain/view/report';
import { BandPicture, RatePicture, VerdictsPicture } from './pictures';
import { VerdictSign } from './verdict-sign';

const WIDE = 483;
const HIGH = 130;
const PAIR = 234;

const styles = StyleSheet.create({
  legend: { flexDirection: 'row', flexWrap: 'wrap', marginVertical: 3 },
  entry: { flexDirection: 'row', alignItems: 'center', marginRight: 14 },
  word: { fontSize: 8, marginLeft: 3 },
  marks: { fontSize: 7.5, lineHeight: 1.4, marginTop: 2 },
  bands: { flexDirection: 'row', flexWrap: 'wrap', justifyContent: 'space-between' },
  band: { width: PAIR, marginTop: 6 },
  name: { fontSize: 9, marginBottom: 2 },
});

/** A picture stands whole on a page, with its heading. */
function Chart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <View wrap={false}>
      <Heading>{title}</Heading>
      {children}
    </View>
  );
}

function Dated({ marks, provisional }: { marks: readonly Mark[]; provisional: boolean }) {
  const told = marks.map(({ number, date, label }) => `${number}  ${formatDay(date)}: ${label}`);
  const more = [
    'Dashed baseline: nobody is on record as having looked.',
    ...(provisional ? ['Grey hatching: provisional, reports are still to come.'] : []),
  ];
  return <Text style={styles.marks}>{printable([...told, ...more].join('   '))}</Text>;
}

function Bands({ bands }: { readonly bands: readonly PartyBand[] }) {
  return (
    <View style={styles.bands}>
      {bands.map(({ party, days }) => {
        const last = days.at(-1);
        return (
          <View key={party} style={styles.band} wrap={false}>
            <Text style={styles.name}>
              {printable(
                last?.high == null || last.low === null
                  ? `${stateName(party)}: no index`
                  : `${stateName(party)}: ${formatNumber(last.high)} (${formatNumber(last.low)} to ${formatNumber(last.high)}) on ${formatDay(last.day)}`,
              )}
            </Text>
            <BandPicture days={days} width={PAIR} height={90} />
          </View>
        );
      })}
    </View>
  );
}

/** The pictures of a report: findings by verdict, their rate, and the bands over time. */
export function Charts({
  views,
  signed,
}: {
  readonly views: ReportViews;
  readonly signed: boolean;
}) {
  const { trend, bands } = views;
  const { bins, rate, reporting } = trend;
  if (bins.length === 0) return <Line>No covered finding falls in the period shown.</Line>;
  const marks = marksOf(trend.annotations, bins);
  const shared = {
    ...{ marks, width: WIDE, height: HIGH, provisionalFrom: reporting.provisionalBin },
  };
  const dated = <Dated marks={marks} provisional={reporting.provisionalBin !== null} />;
  const points = bins.flatMap((bin, at) => {
    const point = rate.points[at];
    return point === undefined ? [] : [{ ...bin, point }];
  });
  return (
    <>
      <Chart title="Findings by period of onset and verdict">
        <View style={styles.legend}>
          {totals(bins).map(({ verdict, count }) => (
            <View key={verdict} style={styles.entry}>
              <VerdictSign verdict={verdict} signed={signed} />
              <Text style={styles.word}>
                {printable(`${VERDICT_WORDS[verdict]} ${formatNumber(count)}`)}
              </Text>
            </View>
          ))}
        </View>
        <VerdictsPicture {...shared} bins={bins} signed={signed} />
        {dated}
        <Note>{summary(bins)}</Note>
      </Chart>
      <Chart title={`Violations ${rateUnit(rate.recorded)}`}>
        <Note>
          {`Line: rate. Band: exact ${formatPercent(rate.coverage)} interval (Garwood). It is not joined where nobody looked or where a source changed what it collects. A triangle: above the scale.`}
        </Note>
        <RatePicture {...shared} bins={points} />
        {dated}
        <Note>{rate.summary}</Note>
      </Chart>
      <Chart title="Standing over time">
        {bands === null ? (
          <Note>Followed for computed findings only; this report counts signed ones.</Note>
        ) : (
          <>
            <Note>
              Index from 0 to 100 as the record was known on each day. Line: what is found. Band:
              down to what is pending, disputed or in doubt. In the order of the pact: nobody is
              ranked; of many parties, those with most on record.
            </Note>
            <Bands bands={bands} />
          </>
        )}
      </Chart>
    </>
  );
}
