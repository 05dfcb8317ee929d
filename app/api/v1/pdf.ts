import type { DocumentProps } from '@react-pdf/renderer';
import { renderToBuffer } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { registerFonts } from '@/components/pdf/fonts';
import { fontPath } from '@/server/font-files';

registerFonts(fontPath);

/** A PDF as an answer, to be saved under a name. */
export async function pdfAnswer(
  sheet: ReactElement<DocumentProps>,
  name: string,
): Promise<Response> {
  const bytes = await renderToBuffer(sheet);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}
