/** The names of the tools; each is one file here and one line in index.ts. */
export type ToolId =
  | 'window'
  | 'pan'
  | 'zoom'
  | 'scroll'
  | 'magnifier'
  | 'locate'
  | 'edit'
  | 'rectangle'
  | 'ellipse'
  | 'polygon'
  | 'freehand'
  | 'length'
  | 'bidirectional'
  | 'angle'
  | 'cobb'
  | 'measure-ellipse'
  | 'measure-rectangle'
  | 'measure-freehand'
  | 'probe'
  | 'arrow';

/** What tools are for: looking, selecting, marking regions for the audit, measuring. */
export type ToolGroup = 'look' | 'select' | 'mark' | 'measure';
