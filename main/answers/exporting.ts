import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReportContent, ReportFormat } from '../../preload/vocabulary';
import { PersonError } from '../process/errors';
import type { Trail } from '../store/trail';
import type { Answers } from './bind';
import type { Desk } from './desk';

const tourNames: Readonly<Record<ReportFormat, string>> = {
  pdf: 'report.pdf',
  html: 'report.html',
  json: 'audit.json',
};

/** Reports leave the application here, and only where a person said so. */
export function exporting(desk: Desk): Pick<Answers, 'exportReport' | 'revealFile'> {
  const exported = new Set<string>();
  return {
    exportReport: async ({ format, content }) => {
      const path = await choosePlace(desk, format, content);
      if (path === null) return null;
      await desk.writeReport(format, path, content);
      exported.add(path);
      record(desk.store.trail, format, content);
      return { path };
    },
    revealFile: ({ path }) => {
      if (!exported.has(path)) throw new PersonError(`${path} was not exported in this session.`);
      desk.dialogs.reveal(path);
      return null;
    },
  };
}

/** The suggested name carries the day and nothing of the patient. */
async function choosePlace(
  { dialogs, launch }: Desk,
  format: ReportFormat,
  { createdAt }: ReportContent,
): Promise<string | null> {
  if (!launch.tour)
    return dialogs.choosePlace(`sightline-report-${createdAt.slice(0, 10)}.${format}`, format);
  const path = join(launch.tour, tourNames[format]);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

function record(
  trail: Trail,
  format: ReportFormat,
  { study, model, explanation, audit }: ReportContent,
): void {
  trail.record('export', study.studyInstanceUid, {
    format,
    instance: explanation.sopInstanceUid,
    frame: explanation.frame,
    model: `${model.name} ${model.version}`,
    weights: model.weightsSha256,
    method: explanation.method,
    verdict: audit.verdict,
  });
}
