import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What pdfkit's embedded fonts can answer, though its types do not say so. */
interface OpenFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

export type FontName = 'plain' | 'bold';

/** The files of the embedded fonts: DejaVu covers Latin, Greek, Cyrillic, Arabic, Hebrew and more, but not CJK. */
export function fontFiles(): Readonly<Record<FontName, string>> {
  const home = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json'));
  return {
    plain: join(home, 'ttf', 'DejaVuSansCondensed.ttf'),
    bold: join(home, 'ttf', 'DejaVuSansCondensed-Bold.ttf'),
  };
}

/** Registers the fonts with a document and answers what of a text they can show. */
export function registerFonts(
  doc: PDFKit.PDFDocument,
): (text: string) => { shown: string; missing: boolean } {
  const files = fontFiles();
  doc.registerFont('plain', files.plain);
  doc.registerFont('bold', files.bold);
  doc.font('plain');
  const { font } = (doc as unknown as OpenFont)._font;
  return (text) => {
    const clean = cleaned(text);
    const shown = [...clean].map((letter) => (showable(letter, font) ? letter : '□')).join('');
    return { shown, missing: shown !== clean };
  };
}

function showable(letter: string, font: OpenFont['_font']['font']): boolean {
  return letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0)!);
}

/** One kind of line end, no tabs, and nothing that has no picture of its own (controls, joiners, variation selectors). */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '');
}
