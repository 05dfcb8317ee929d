import 'server-only';
import { join } from 'node:path';

/** Where a font lies that ships with the product, for sheets on paper. */
export const fontPath = (file: string): string =>
  join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf', `${file}.ttf`);
