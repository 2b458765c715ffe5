/** One measurement: what it prints as JSON. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  run(options: readonly string[]): Promise<object>;
}
