import type { Region, ReportContent } from '../../../preload/vocabulary';
import { outlineOf } from '../../../renderer/picture/outline';
import { pathOf, strokesOf } from '../../../renderer/picture/outline-strokes';
import { regionColour, regionStyles } from '../../../renderer/picture/region-style';
import { mapCaption } from '../about-map';
import { colourBarPng, type Pictures, picturesOf, plainCaption } from '../picture';
import { scaleNote } from '../rows';
import { raw } from '../wording';
import { measured } from './measurements';
import { ink, type Sheet } from './sheet';
import { type Frame, tab, widestTab } from './tab';

const gap = 14;
const tallest = 232;

/** The slice as displayed, measured where it was; beside it the slice under its map with the regions; below them scale and legend. */
export function pictures(sheet: Sheet, content: ReportContent): void {
  const made = picturesOf(content);
  const width = Math.min((sheet.width - gap) / 2, tallest / made.aspect);
  const height = width * made.aspect;
  sheet.heading('Image', height + 60);
  const slots = [sheet.left, sheet.left + (sheet.width + gap) / 2];
  const [plain, overlaid] = slots.map((x) => ({ x, y: sheet.y, width, height })) as [Frame, Frame];
  picture(sheet, plain, made.plain, made);
  picture(sheet, overlaid, made.overlaid, made);
  measured(sheet, plain, content);
  for (const region of content.regions) outline(sheet, overlaid, region, content);
  sheet.y += height + 5;
  const half = (sheet.width - gap) / 2;
  const small = { size: 7.5, colour: ink.quiet } as const;
  const captions = [
    [plainCaption(made, content), plain.x],
    [mapCaption(content), overlaid.x],
  ] as const;
  for (const [text, x] of captions) sheet.put(text, x, sheet.y, half, small);
  sheet.y += Math.max(15, ...captions.map(([text]) => sheet.height(text, half, small) + 4));
  legend(sheet, plain.x, content);
  scale(sheet, { ...overlaid, width: half }, content);
  sheet.y += 20;
}

function picture(sheet: Sheet, { x, y, width, height }: Frame, png: Buffer, { letters }: Pictures): void {
  sheet.doc.image(png, x, y, { width, height });
  tab(sheet, letters.top, x + width / 2, y + 1, '#ffffff');
  tab(sheet, letters.bottom, x + width / 2, y + height - 11, '#ffffff');
  tab(sheet, letters.left, x + 8, y + height / 2 - 5, '#ffffff');
  tab(sheet, letters.right, x + width - 8, y + height / 2 - 5, '#ffffff');
}

/** A region's outline, dark under coloured, so that it shows on black and on white, with its label. */
function outline(sheet: Sheet, frame: Frame, region: Region, { slice }: ReportContent): void {
  if (region.sopInstanceUid !== slice.sopInstanceUid || region.frame !== slice.frame) return;
  const points = outlineOf(region).map(([column, row]): [number, number] => [
    frame.x + (column / slice.columns) * frame.width,
    frame.y + (row / slice.rows) * frame.height,
  ]);
  if (points.length < 3) return;
  const path = pathOf(strokesOf(points), 3);
  const { doc } = sheet;
  doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
  doc.path(path).lineWidth(2.6).strokeOpacity(0.55).stroke('#000000').strokeOpacity(1);
  const line = doc.path(path).lineWidth(1.2);
  if (regionStyles[region.kind].dash > 0) line.dash(3, { space: 2.4 });
  line.stroke(regionColour(region.kind));
  doc.undash().restore();
  label(sheet, frame, region, points);
}

/** The region's name above its outline, or below where there is no room. */
function label(sheet: Sheet, frame: Frame, region: Region, points: readonly [number, number][]): void {
  const text = region.label || region.kind;
  const half = Math.min(sheet.textWidth(text, { size: 6.5, font: 'bold' }) + 6, widestTab) / 2;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const above = Math.min(...ys) - 13;
  const y = Math.min(above > frame.y ? above : Math.max(...ys) + 3, frame.y + frame.height - 11);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const x = Math.min(Math.max(middle, frame.x + half + 1), frame.x + frame.width - half - 1);
  tab(sheet, text, x, y, regionColour(region.kind));
}

/** Which line means what; the colours are those on the picture, on a dark patch as there. */
function legend(sheet: Sheet, x: number, { regions }: ReportContent): void {
  let at = x;
  for (const kind of ['lesion', 'artefact'] as const) {
    sheet.doc.rect(at, sheet.y, 26, 11).fill('#20242a');
    const line = sheet.doc
      .moveTo(at + 3, sheet.y + 5.5)
      .lineTo(at + 23, sheet.y + 5.5)
      .lineWidth(1.4);
    if (regionStyles[kind].dash > 0) line.dash(3, { space: 2.4 });
    line.stroke(regionColour(kind)).undash();
    const count = regions.filter((region) => region.kind === kind).length;
    sheet.put(`${kind} (${count} marked)`, at + 31, sheet.y + 0.5, 90, { size: 7.5 });
    at += 124;
  }
}

/** The colour bar with the map's raw scale. */
function scale(sheet: Sheet, { x, width }: Frame, content: ReportContent): void {
  const { colourMap, threshold } = content.display.overlay;
  const { peak } = content.explanation.map;
  sheet.doc.image(colourBarPng(colourMap, threshold), x, sheet.y, { width, height: 9 });
  sheet.doc.rect(x, sheet.y, width, 9).lineWidth(0.5).stroke(ink.line);
  const small = { size: 7, colour: ink.quiet } as const;
  sheet.put('0', x, sheet.y + 11, 40, small);
  sheet.put(raw(peak), x + width - 60, sheet.y + 11, 60, { ...small, align: 'right' });
  sheet.put(scaleNote(content), x + 40, sheet.y + 11, width - 100, { ...small, align: 'center' });
}
