/** One measurement: what it prints, as JSON or, where it is asked for a text, as that. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  run(options: readonly string[]): Promise<object | string>;
}
