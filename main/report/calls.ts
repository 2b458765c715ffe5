import type { ReportContent, ReportFormat } from '../../preload/vocabulary';

/** What the report process answers; it is started for one export and ends with it. */
export type ReportCalls = {
  write: {
    argument: { format: ReportFormat; path: string; content: ReportContent };
    answer: { path: string };
    part: never;
  };
};
