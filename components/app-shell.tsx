import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import type { Tlp } from '@/domain/tlp';
import classes from './app-shell.module.css';
import { ColourSwitch } from './colour-switch';
import { Keys } from './keys';
import { MainNav } from './main-nav';
import { PrintMarking } from './print-marking';

interface Props {
  readonly children: ReactNode;
  /** Shown at the right of the header: search, then signing in or out. */
  readonly search?: ReactNode;
  readonly account?: ReactNode;
  /** Places in the navigation beside those of everybody. */
  readonly places: ComponentProps<typeof MainNav>['more'];
  readonly policy: string;
  readonly engine: string;
  /** The strictest marking of the records that the reader sees: on paper, on every page. */
  readonly marking: Tlp;
}

/** Header, page and footer; the footer says what kind of record this is on every page. */
export function AppShell(props: Props) {
  const { children, search, account, places, policy, engine, marking } = props;
  return (
    <>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link href="/" className={classes.name}>
            Servanda
          </Link>
          <MainNav more={places} />
          <div className={classes.tools}>
            {search}
            <ColourSwitch />
            {account}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <PrintMarking tlp={marking} isGeneral />
        {children}
        <PrintMarking tlp={marking} isGeneral />
      </main>
      <footer className={classes.footer}>
        <div className={classes.foot}>
          <p>
            <strong>A demonstration corpus, compiled from public sources.</strong> Allegations are
            stated as allegations. Every verdict is computed from the record by the{' '}
            <Link href="/method">published method</Link>, with the same rules whoever is accused; a
            signed one says so. Pacts that were never in force are stamped hypothetical.
          </p>
          <div className={classes.versions}>
            Policy {policy} · engine {engine} · <Link href="/verify">Verify the ledger</Link> ·{' '}
            <Keys />
          </div>
        </div>
      </footer>
    </>
  );
}
