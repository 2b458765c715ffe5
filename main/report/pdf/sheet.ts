import type { Row } from '../rows';
import { type FontName, registerFonts } from './fonts';

/** Colours on paper. */
export const ink = {
  text: '#1b1e22',
  quiet: '#626b75',
  line: '#d3d8dd',
  wash: '#f3f5f7',
  accent: '#1f6fbf',
  warning: '#b3541e',
} as const;

/** Points between the edge of the paper and the text. */
export const margin = 42;
/** Points free at the upper and lower edge, and what the footing takes above that. */
const edge = 30;
const foot = 16;

export interface TextStyle {
  readonly font?: FontName;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** A PDF page by page from top to bottom: what it draws moves `y` down and takes a new page where there is no room. */
export class Sheet {
  y = edge;
  /** Whether any text had a character that the fonts lack. */
  missing = false;
  readonly left = margin;
  readonly width: number;
  readonly #showable: (text: string) => { shown: string; missing: boolean };

  constructor(readonly doc: PDFKit.PDFDocument) {
    this.width = doc.page.width - 2 * margin;
    this.#showable = registerFonts(doc);
  }

  /** What the fonts can show of a text. */
  printable(text: string): string {
    const { shown, missing } = this.#showable(text);
    this.missing ||= missing;
    return shown;
  }

  get bottom(): number {
    return this.doc.page.height - edge - foot;
  }

  /** Takes a new page if less than this much is left of the current one. */
  room(height: number): void {
    if (this.y + height > this.bottom) this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.y = edge;
  }

  /** Height of a text set to a width. */
  height(text: string, width: number, style: TextStyle = {}): number {
    this.#set(style);
    return this.doc.heightOfString(this.printable(text), { width, lineGap: 1.5 });
  }

  /** Width of a text on one line. */
  textWidth(text: string, style: TextStyle = {}): number {
    this.#set(style);
    return this.doc.widthOfString(this.printable(text));
  }

  /** A text cut to a width on one line, with … where something is left out. */
  cut(text: string, width: number, style: TextStyle = {}): string {
    const line = text.replace(/\s+/g, ' ');
    if (this.textWidth(line, style) <= width) return line;
    const letters = [...line];
    while (letters.length > 1 && this.textWidth(`${letters.join('')}…`, style) > width) letters.pop();
    return `${letters.join('').trimEnd()}…`;
  }

  /** Sets a text at a place, without moving down. */
  put(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    this.#set(style);
    this.doc.text(this.printable(text), x, y, { width, lineGap: 1.5, align: style.align ?? 'left' });
  }

  /** Sets a text line by line, over as many pages as it takes. */
  flow(text: string, style: TextStyle = {}): void {
    const lines = this.printable(text)
      .split('\n')
      .flatMap((paragraph) => this.#wrapped(paragraph, style));
    const height = (style.size ?? 8.5) * 1.4;
    for (const line of lines) {
      this.room(height);
      this.#set(style);
      this.doc.text(line, this.left, this.y, { lineBreak: false });
      this.y += height;
    }
  }

  /** Sets a warning with its sign in front. */
  warning(text: string): void {
    const height = this.height(text, this.width - 12);
    this.room(height + 3);
    this.put('!', this.left + 2, this.y, 8, { font: 'bold', colour: ink.warning });
    this.put(text, this.left + 12, this.y, this.width - 12);
    this.y += height + 3;
  }

  heading(text: string, keep = 40): void {
    this.room(keep + 26);
    this.y += 12;
    this.put(text.toUpperCase(), this.left, this.y, this.width, {
      font: 'bold',
      size: 7.5,
      colour: ink.accent,
    });
    this.y += 12;
    this.rule();
    this.y += 5;
  }

  rule(): void {
    this.doc.moveTo(this.left, this.y).lineTo(this.left + this.width, this.y);
    this.doc.lineWidth(0.5).strokeColor(ink.line).stroke();
  }

  /** Labels and values under each other; answers the y below them. */
  rows(rows: readonly Row[], x: number, width: number, label = 84): void {
    for (const [name, value] of rows) {
      const tallest = Math.max(this.height(name, label - 8), this.height(value, width - label));
      const height = Math.max(11.5, tallest + 1.5);
      this.room(height);
      this.put(name, x, this.y, label - 8, { colour: ink.quiet });
      this.put(value, x + label, this.y, width - label);
      this.y += height;
    }
  }

  #set({ font = 'plain', size = 8.5, colour = ink.text }: TextStyle): void {
    this.doc.font(font).fontSize(size).fillColor(colour);
  }

  /** A paragraph cut into lines of the page's width: between words, or within a word longer than a line. */
  #wrapped(paragraph: string, style: TextStyle): string[] {
    this.#set(style);
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/(?<= )/)) {
      if (line !== '' && this.doc.widthOfString((line + word).trimEnd()) > this.width) {
        lines.push(line);
        line = '';
      }
      line += word;
      while (this.doc.widthOfString(line.trimEnd()) > this.width) {
        const end = this.#fitting(line);
        lines.push(line.slice(0, end));
        line = line.slice(end);
      }
    }
    return [...lines, line];
  }

  /** How many letters of a text fit on a line, by halving; at least one. */
  #fitting(text: string): number {
    let [fits, over] = [1, text.length];
    while (over - fits > 1) {
      const middle = (fits + over) >> 1;
      if (this.doc.widthOfString(text.slice(0, middle)) <= this.width) fits = middle;
      else over = middle;
    }
    return fits;
  }
}
