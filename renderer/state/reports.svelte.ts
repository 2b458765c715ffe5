import type { ReportContent, ReportFormat } from '../../preload/vocabulary';
import { ask } from '../ask';
import type { Problems } from './problems.svelte';

/** A report that was written. */
export interface Written {
  readonly format: ReportFormat;
  readonly path: string;
}

/** Exports reports and remembers where they are. */
export class Reports {
  busy = $state<ReportFormat | ''>('');
  written = $state.raw<readonly Written[]>([]);

  constructor(private readonly problems: Problems) {}

  /** Writes a report; the path, or null when it was cancelled or failed. */
  async export(format: ReportFormat, content: ReportContent): Promise<string | null> {
    this.busy = format;
    try {
      const answer = await ask('exportReport', { format, content });
      if (answer)
        this.written = [
          ...this.written.filter(({ path }) => path !== answer.path),
          { format, path: answer.path },
        ];
      return answer?.path ?? null;
    } catch (thrown) {
      this.problems.report(thrown);
      return null;
    } finally {
      this.busy = '';
    }
  }

  /** Shows a written report in the system's file manager. */
  async reveal(path: string): Promise<void> {
    try {
      await ask('revealFile', { path });
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }
}
