export { withEntry } from './entry-source';
export { isZip } from './signature';
export { archivePathOf, fingerprint } from './zip-path';
