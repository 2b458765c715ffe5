import type { Region, ReportContent } from '../../../preload/vocabulary';
import { outlineOf } from '../../../renderer/picture/outline';
import { pathOf, strokesOf } from '../../../renderer/picture/outline-strokes';
import { regionColour, regionStyles } from '../../../renderer/picture/region-style';
import { mapCaption } from '../about-map';
import { colourBarPng, type Pictures, picturesOf, plainCaption } from '../picture';
import { dataUri } from '../png';
import { scaleNote } from '../rows';
import { raw } from '../wording';
import { type Markup, tag } from './markup';
import { measured } from './measurements';

/** The slice as displayed, measured where it was, the slice under its map with the regions as lines, the scale and the legend. */
export function pictures(content: ReportContent): Markup {
  const made = picturesOf(content);
  const { explanation, display } = content;
  return tag`<h2>Image</h2>
<div class="pictures">
<figure>${frame(content.slice, made, dataUri(made.plain), 'The slice as displayed', [], measured(content, made.aspect))}
<figcaption>${plainCaption(made, content)}</figcaption>${legend(content)}</figure>
<figure>${frame(
    content.slice,
    made,
    dataUri(made.overlaid),
    'The slice under its heat map',
    content.regions.map((one) => outline(one, content)),
    tag``,
  )}
<figcaption>${mapCaption(content)}</figcaption>
<div class="scale"><img alt="Colour bar" src="${dataUri(colourBarPng(display.overlay.colourMap, display.overlay.threshold))}">
<div><span>0</span><span>${scaleNote(content)}</span><span>${raw(explanation.map.peak)}</span></div></div></figure>
</div>`;
}

function frame(
  { rows, columns }: ReportContent['slice'],
  { aspect, letters }: Pictures,
  source: string,
  alt: string,
  lines: Markup[],
  above: Markup,
): Markup {
  const edges = (['top', 'bottom', 'left', 'right'] as const).map(
    (edge) => tag`<span class="${edge}">${letters[edge]}</span>`,
  );
  return tag`<div class="frame" style="aspect-ratio: ${(1 / aspect).toFixed(5)}"><img alt="${alt}" src="${source}">
<svg viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none">${lines}</svg>${above}${edges}</div>`;
}

/** A region's outline, dark under coloured, as thick on a small picture as on a large one. */
function outline(region: Region, { slice }: ReportContent): Markup {
  if (region.sopInstanceUid !== slice.sopInstanceUid || region.frame !== slice.frame) return tag``;
  const path = pathOf(strokesOf(outlineOf(region)), 2);
  const dashes = regionStyles[region.kind].dash > 0 ? '6 4' : 'none';
  const line = (colour: string, width: number, dash: string) =>
    tag`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dash}" vector-effect="non-scaling-stroke"/>`;
  return tag`<g><title>${region.kind}: ${region.label}</title>${line('#000', 4, 'none')}${line(regionColour(region.kind), 2, dashes)}</g>`;
}

function legend({ regions }: ReportContent): Markup {
  const entries = (['lesion', 'artefact'] as const).map((kind) => {
    const labels = regions.filter((region) => region.kind === kind).map((region) => region.label || kind);
    const dashes = regionStyles[kind].dash > 0 ? '6 4' : 'none';
    return tag`<span><svg viewBox="0 0 40 16"><rect width="40" height="16" fill="#20242a"/><line x1="4" y1="8" x2="36" y2="8"
 stroke="${regionColour(kind)}" stroke-width="2.5" stroke-dasharray="${dashes}"/></svg> ${kind}: ${labels.join(', ') || 'none marked'}</span>`;
  });
  return tag`<div class="key">${entries}</div>`;
}
