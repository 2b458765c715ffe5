const pause = 300;

/** A text that is written down after a short pause in the typing, at the latest by flush. */
export class Comment {
  text = $state('');
  /** True while it is only in the window. */
  waits = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly write: (text: string) => void) {}

  /** Takes the text that is at hand already. */
  begin(text: string): void {
    clearTimeout(this.#timer);
    this.waits = false;
    this.text = text;
  }

  /** Takes the text as it is typed. */
  set(text: string): void {
    this.text = text;
    this.waits = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  /** Writes down what is still only in the window. */
  flush(): void {
    if (!this.waits) return;
    clearTimeout(this.#timer);
    this.waits = false;
    this.write(this.text);
  }
}
