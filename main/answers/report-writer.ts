import type { Desk } from './desk';
import { ProcessHost } from '../process/host';
import type { ReportCalls } from '../report/calls';

const writeTimeLimit = 120_000;

/** A report is written by a process of its own that lives as long as the writing. */
export function reportWriter(entry: string): Desk['writeReport'] {
  return async (format, path, content) => {
    const writer = new ProcessHost<ReportCalls>('report writer', entry);
    try {
      await writer.call('write', { format, path, content }, { timeLimit: writeTimeLimit });
    } finally {
      writer.stop();
    }
  };
}
