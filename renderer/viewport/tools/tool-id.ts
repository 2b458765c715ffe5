/** The names of the tools; each is one file here and one line in index.ts. */
export type ToolId = 'window' | 'pan' | 'zoom' | 'scroll' | 'rectangle' | 'ellipse' | 'polygon' | 'edit';
