export { decoders } from './decoders/index';
export { indexPaths, type IndexOptions } from './index-paths';
export { limits } from './limits';
export { readObject } from './objects/index';
export { readSlice } from './read-slice';
export { fingerprint } from './zip/index';
