import Link from 'next/link';
import { ScrollRegion } from '@/components/scroll-region';
import type { Option, Smallest } from '@/domain/lab/smallest/smallest';
import { stateName } from '@/domain/states';
import { becomesWords, besideWords, distanceWords } from './option-words';
import classes from './smallest.module.css';

interface Props {
  readonly found: Smallest;
  /** The lab with an option put into it. */
  readonly hrefOf: (option: Option) => string;
}

function OptionRow({
  option,
  at,
  found,
  hrefOf,
}: Props & { readonly option: Option; readonly at: number }) {
  const { collateral, achieved } = option;
  return (
    <tr>
      <td>{at + 1}</td>
      <th scope="row">
        <Link href={hrefOf(option)}>{option.words.join(' and ')}</Link>
        {option.frontier ? (
          <span className="muted small"> nothing does as much for less</span>
        ) : null}
      </th>
      <td className={classes.number}>{distanceWords(option)}</td>
      <td>
        {achieved} of {found.targets.length}: {becomesWords(option)}
      </td>
      <td>
        {collateral.count === 0 ? (
          'none'
        ) : (
          <details>
            <summary>
              {collateral.count}: {besideWords(option)}
            </summary>
            <ul>
              {collateral.flips.map((flip) => (
                <li key={`${flip.incident} ${flip.clauseA} ${flip.accused}`}>
                  <Link href={`/incidents/${flip.incident}`}>{flip.title}</Link>, clause{' '}
                  {flip.clauseA}, {stateName(flip.accused)}
                </li>
              ))}
            </ul>
            {collateral.count > collateral.flips.length ? (
              <p className="muted">and {collateral.count - collateral.flips.length} more</p>
            ) : null}
          </details>
        )}
      </td>
    </tr>
  );
}

/** Every change that was found, each a way into the lab. */
export function Options({ found, hrefOf }: Props) {
  const caption = 'Changes that were found, each opens the lab with it';
  return (
    <ScrollRegion label={caption} className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Change</th>
            <th scope="col">Distance, %</th>
            <th scope="col">Chosen findings then</th>
            <th scope="col">Others that turn</th>
          </tr>
        </thead>
        <tbody>
          {found.options.map((option, at) => (
            <OptionRow key={`${option.set} ${option.from}`} {...{ option, at, found, hrefOf }} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
