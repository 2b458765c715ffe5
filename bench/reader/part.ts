/** One measurement of the reader: a file each, and a line in the list. */
export interface ReaderPart {
  readonly name: string;
  readonly what: string;
  /** The figures, to be printed as JSON. */
  run(): Promise<object>;
}
