import type { ReportContent, ReportFormat } from '../../preload/vocabulary';

/** A way to put a report on disk. A new one is one file and one line in the list. */
export interface Format {
  readonly id: ReportFormat;
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
  /** The whole file; throws what a person can read, never a part of a file. */
  render(content: ReportContent): Promise<Uint8Array>;
}
