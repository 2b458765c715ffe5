import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { FileFault } from './faults';
import { limits } from './limits';

const inflate = promisify(inflateRaw);

/**
 * Inflates the data set of a deflated file (PS3.5 A.5), never to more than the limit.
 * @throws FileFault where it is damaged or inflates beyond the limit
 */
export async function inflateDataSet(deflated: Buffer): Promise<Buffer> {
  try {
    return await inflate(deflated, { maxOutputLength: limits.maxInflatedBytes });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new FileFault(
        `inflates to more than ${limits.maxInflatedBytes / 1024 / 1024} MB, more than any image of its kind; ` +
          'it was not read.',
      );
    throw new FileFault('has a damaged deflated data set; ask for a new copy of the file.');
  }
}
