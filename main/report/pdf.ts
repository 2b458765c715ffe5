import PDFDocument from 'pdfkit';
import type { ReportContent } from '../../preload/vocabulary';
import { limitsOf, titleOf } from './about-map';
import type { Format } from './format';
import { figures, scores } from './pdf/figures';
import { footings } from './pdf/footings';
import { head, verdict } from './pdf/head';
import { measurements } from './pdf/measurements';
import { pictures } from './pdf/pictures';
import { ink, Sheet } from './pdf/sheet';
import { methodRows, modelRows, softwareRows } from './rows';

/** A4, fonts embedded, made without a window. */
export const pdf: Format = { id: 'pdf', name: 'PDF', extension: 'pdf', render: renderPdf };

/** A section of the report, in the order of reading. A new one is one function and one line. */
const sections: readonly ((sheet: Sheet, content: ReportContent) => void)[] = [
  head,
  verdict,
  pictures,
  measurements,
  scores,
  figures,
  comment,
  model,
  method,
  limits,
  software,
  footings,
];

async function renderPdf(content: ReportContent): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    // The sheet breaks pages itself: with pdfkit's own margins a foot would open another page.
    margin: 0,
    bufferPages: true,
    lang: 'en',
    info: {
      Title: titleOf(content),
      Creator: 'Sightline',
      CreationDate: creation(content.createdAt),
    },
  });
  const bytes = collected(doc);
  const sheet = new Sheet(doc);
  for (const section of sections) section(sheet, content);
  doc.end();
  return bytes;
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function creation(iso: string): Date {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? new Date() : date;
}

function comment(sheet: Sheet, content: ReportContent): void {
  sheet.heading('Reviewer’s comment', 20);
  if (content.comment.trim() === '') sheet.flow('No comment was written.', { colour: ink.quiet });
  else sheet.flow(content.comment, { size: 9 });
}

function model(sheet: Sheet, content: ReportContent): void {
  sheet.heading('Model', 40);
  sheet.rows(modelRows(content), sheet.left, sheet.width);
}

function method(sheet: Sheet, content: ReportContent): void {
  sheet.heading('Method', 40);
  sheet.rows(methodRows(content), sheet.left, sheet.width);
  for (const warning of content.explanation.warnings) sheet.warning(warning);
}

function limits(sheet: Sheet, { method }: ReportContent): void {
  sheet.heading('Limits of the method', 30);
  sheet.flow(limitsOf(method));
}

function software(sheet: Sheet, content: ReportContent): void {
  sheet.heading('Software', 20);
  const text = softwareRows(content)
    .map(([name, value]) => `${name} ${value}`)
    .join('  ·  ');
  sheet.flow(text, { colour: ink.quiet, size: 8 });
}
