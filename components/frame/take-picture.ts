import { plainColour } from './colour';
import { fontsAsCss } from './fonts';
import { composePicture, type Picture, type PictureWords } from './picture';
import { saveBlob, saveText } from './save';
import { measuring, takeParts } from './take-parts';

/** Dots of a PNG for each pixel of the page. */
const SCALE = 2;

function compose(root: HTMLElement, words: PictureWords, css = ''): Picture {
  const style = getComputedStyle(root);
  const tone = (name: string): string => {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    root.append(probe);
    const { colour } = plainColour(getComputedStyle(probe).color);
    probe.remove();
    return colour;
  };
  const heading = getComputedStyle(root.closest('section')?.querySelector('h2') ?? root).fontFamily;
  return composePicture({
    ...takeParts(root),
    ...{ words, css, measure: measuring().measure },
    palette: {
      ...{ paper: tone('paper'), ink: tone('ink'), muted: tone('ink-muted'), stamp: tone('stamp') },
    },
    families: { text: style.fontFamily, heading },
  });
}

/** The chart as an SVG file: text stays text, every colour written out. */
export function saveSvg(root: HTMLElement, words: PictureWords, name: string): void {
  saveText(name, compose(root, words).svg, 'image/svg+xml');
}

async function rasterised({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * SCALE);
    canvas.height = Math.round(height * SCALE);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The browser gave no picture'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The chart as a PNG file at twice the size of the page, in the page's own letters. */
export async function savePng(root: HTMLElement, words: PictureWords, name: string): Promise<void> {
  saveBlob(name, await rasterised(compose(root, words, await fontsAsCss())));
}
