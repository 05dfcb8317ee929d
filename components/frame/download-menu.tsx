'use client';

import { type RefObject, useState } from 'react';
import { type Tlp, tlpLabel } from '@/domain/tlp';
import { type FileHead, jsonOf, rowsWithOrigin } from './file-rows';
import { Menu } from './menu';
import classes from './menu.module.css';
import { type Rows, saveCsv, saveText } from './save';

/** Something more to take away than what is displayed. */
export interface FullData {
  readonly label: string;
  readonly href: string;
}

interface Props {
  /** Names the files, without an ending. */
  readonly name: string;
  readonly head: FileHead & { readonly marking: Tlp };
  /** How to read the chart. */
  readonly note: string;
  readonly rows: () => Rows;
  readonly full?: readonly FullData[];
  /** What the picture is taken of. */
  readonly picture: RefObject<HTMLDivElement | null>;
}

/** Reading what one sees is heavy code for few: it is fetched when asked for. */
const picturing = () => import('./take-picture');

/** Takes the chart away: as a picture, as the figures on display, or with everything behind it. */
export function DownloadMenu({ name, head, note, rows, full = [], picture }: Props) {
  const [said, setSaid] = useState('');
  const words = { ...head, note, marking: tlpLabel(head.marking) };
  const take = (what: 'png' | 'svg') => async () => {
    const root = picture.current;
    if (root === null) return;
    try {
      const { savePng, saveSvg } = await picturing();
      if (what === 'png') await savePng(root, words, `${name}.png`);
      else saveSvg(root, words, `${name}.svg`);
      setSaid('');
    } catch {
      setSaid('The picture could not be made in this browser. Take the SVG, or print the page.');
    }
  };
  return (
    <>
      <Menu letter="D" label="Download">
        <p className={classes.group} role="presentation">
          What is displayed
        </p>
        <button type="button" role="menuitem" tabIndex={-1} onClick={take('png')}>
          Picture (PNG)
        </button>
        <button type="button" role="menuitem" tabIndex={-1} onClick={take('svg')}>
          Picture to edit (SVG)
        </button>
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => saveCsv(`${name}.csv`, rowsWithOrigin(head, rows()))}
        >
          Figures (CSV)
        </button>
        <button
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => saveText(`${name}.json`, jsonOf(head, rows()), 'application/json')}
        >
          Figures (JSON)
        </button>
        {full.length === 0 ? null : (
          <p className={classes.group} role="presentation">
            Full data
          </p>
        )}
        {full.map(({ label, href }) => (
          <a key={href} role="menuitem" tabIndex={-1} href={href} download>
            {label}
          </a>
        ))}
      </Menu>
      <span role="status" className={said === '' ? 'visually-hidden' : undefined}>
        {said}
      </span>
    </>
  );
}
