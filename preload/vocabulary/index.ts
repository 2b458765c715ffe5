/**
 * The plain nouns that cross the borders between processes: no behaviour.
 * DICOM's nouns carry DICOM's keywords (PS3.6); frames are counted from 1 as DICOM counts them.
 */
export type * from './study';
export type * from './image';
export type * from './model';
export type * from './explanation';
export type * from './agreement';
export type * from './series-run';
export type * from './marks';
export type * from './audit';
export type * from './report';
export type * from './process';
