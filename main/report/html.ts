import type { MetricValue, ReportContent, TargetAudit } from '../../preload/vocabulary';
import { verdictNames } from '../audit/index';
import { limitsOf, titleOf } from './about-map';
import type { Format } from './format';
import { type Markup, tag } from './html/markup';
import { measurements } from './html/measurements';
import { pictures } from './html/pictures';
import { style } from './html/style';
import {
  figureTexts,
  footing,
  methodRows,
  modelRows,
  type Row,
  softwareRows,
  studyRows,
  verdictColours,
} from './rows';
import { type ScoreLine, scoreLines } from './scores';
import { moment, percent, raw } from './wording';

/** One page that needs nothing else: pictures and style are inside, no script, nothing is fetched. */
export const html: Format = {
  id: 'html',
  name: 'HTML (one self-contained page)',
  extension: 'html',
  render: (content) => Promise.resolve(new TextEncoder().encode(page(content).markup)),
};

function page(content: ReportContent): Markup {
  const { explanation, audit, comment } = content;
  return tag`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${titleOf(content)}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${head(content)}
${verdict(content)}
${pictures(content)}
${measurements(content)}
<h2>Class scores</h2>
${scores(content)}
<h2>Audit</h2>
${audit.targets.length > 0 ? audit.targets.map(targetTable) : tag`<p>Nothing is marked on this image, so there is no figure.</p>`}
${audit.warnings.map((warning) => tag`<p class="warning">${warning}</p>`)}
<h2>Reviewer’s comment</h2>
${comment.trim() ? tag`<p class="comment">${comment}</p>` : tag`<p class="quiet">No comment was written.</p>`}
<h2>Model</h2>
${list(modelRows(content))}
<h2>Method</h2>
${list(methodRows(content))}
${explanation.warnings.map((warning) => tag`<p class="warning">${warning}</p>`)}
<h2>Limits of the method</h2>
<p>${limitsOf(content.method)}</p>
<h2>Software</h2>
${list(softwareRows(content))}
<footer>${footing(content)}</footer>
</body>
</html>
`;
}

function list(rows: readonly Row[]): Markup {
  return tag`<dl>${rows.map(([label, value]) => tag`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
}

function head(content: ReportContent): Markup {
  const { patient, study } = studyRows(content);
  return tag`<header><p><b>Sightline</b><span>${moment(content.createdAt)}</span></p><h1>${titleOf(content)}</h1></header>
<div class="columns">${list(patient)}${list(study)}</div>`;
}

function verdict({ audit }: ReportContent): Markup {
  return tag`<section class="verdict" style="--edge: ${verdictColours[audit.verdict]}"><h2>${verdictNames[audit.verdict]}</h2>
<p>${audit.sentence}</p><ul>${audit.facts.map((fact) => tag`<li>${fact}</li>`)}</ul></section>`;
}

function scores({ explanation }: ReportContent): Markup {
  const { lines, more } = scoreLines(explanation);
  return tag`<table>${lines.map(score)}</table>${more ? tag`<p class="quiet">${more}</p>` : tag``}`;
}

function score({ label, probability, logit, explained, note }: ScoreLine): Markup {
  const width = (100 * Math.min(1, Math.max(0, probability))).toFixed(1);
  const name = note ? `${label} (${note})` : label;
  return tag`<tr class="${explained ? 'explained' : ''}"><td>${name}</td>
<td class="bar"><div><i style="width: ${width}%"></i></div></td><td class="number">${percent(probability)}</td>
<td class="number quiet">logit ${raw(logit)}</td></tr>`;
}

function targetTable({ target, kind, areaPixels, metrics }: TargetAudit): Markup {
  return tag`<table class="figures"><colgroup><col><col><col><col></colgroup><thead><tr><th>${target}</th><th class="number">value</th>
<th class="number">by chance</th><th>${kind}, ${areaPixels.toLocaleString('en')} pixels</th></tr></thead>
<tbody>${metrics.map(metricRow)}</tbody></table>`;
}

function metricRow(metric: MetricValue): Markup {
  const [value, chance] = figureTexts(metric);
  return tag`<tr><td>${metric.name}</td><td class="number explained">${value}</td><td class="number quiet">${chance}</td>
<td class="quiet">${metric.note}</td></tr>`;
}
