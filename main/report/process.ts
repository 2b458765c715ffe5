import { parentPort } from '../process/parent-port';
import { serve } from '../process/serve';
import type { ReportCalls } from './calls';
import { formatOf, writeReport } from './index';

// The entry of the report process: it draws and writes, so that neither the window nor the engine waits for it.
serve<ReportCalls>(parentPort(), {
  write: ({ format, path, content }) => writeReport(formatOf(format), path, content),
});
