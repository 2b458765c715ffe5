import { type UtilityProcess, utilityProcess } from 'electron';
import type { ProcessState } from '../../preload/vocabulary';
import { Caller, CallFailed, type CallOptions } from './caller';
import type { CallTable, FromProcess } from './protocol';

/** Call options whose parts are typed by the call. */
export type TypedOptions<Part> = Omit<CallOptions, 'onPart'> & { readonly onPart?: (part: Part) => void };

const restartsAllowedPerMinute = 5;

/**
 * One utility process: started once, restarted when it dies, its calls matched by id. What waited when it died
 * fails with kind 'process' and a sentence; later calls go to the new process. After a restart the state stays
 * 'restarted', with the sentence, until the next call.
 */
export class ProcessHost<Table extends CallTable> {
  #child: UtilityProcess | null = null;
  #ready = false;
  #stopped = false;
  #hung = '';
  #restarted = false;
  readonly #deaths: number[] = [];
  readonly #caller = new Caller(
    (message) => this.#running().postMessage(message),
    (name) => this.#killHung(name),
  );

  constructor(
    private readonly name: string,
    private readonly entry: string,
    private readonly onState: (state: ProcessState, message: string) => void = () => undefined,
  ) {}

  /** The process id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    this.#running();
  }

  /** Ends the process for good. */
  stop(): void {
    this.#stopped = true;
    this.#child?.kill();
  }

  async call<Name extends keyof Table & string>(
    name: Name,
    argument: Table[Name]['argument'],
    options: TypedOptions<Table[Name]['part']> = {},
  ): Promise<Table[Name]['answer']> {
    this.#restarted = false;
    const answer = this.#caller.call(name, argument, options as CallOptions);
    this.#report();
    return answer as Promise<Table[Name]['answer']>;
  }

  #report(): void {
    if (!this.#ready || this.#restarted) return;
    this.onState(this.#caller.waiting > 0 ? 'busy' : 'ready', '');
  }

  #running(): UtilityProcess {
    if (this.#stopped) throw this.#gone(`The ${this.name} has been stopped.`);
    if (this.#child) return this.#child;
    this.onState('starting', '');
    const child = utilityProcess.fork(this.entry, [], {
      serviceName: `Sightline ${this.name}`,
      stdio: 'inherit',
    });
    child.on('message', (message: FromProcess) => this.#receive(message));
    child.on('exit', (code) => this.#ended(child, code));
    this.#child = child;
    return child;
  }

  #receive(message: FromProcess): void {
    this.#caller.receive(message);
    if (message.type === 'ready') this.#ready = true;
    if (message.type !== 'progress' && message.type !== 'part') this.#report();
  }

  /** A hung process may be deaf to a polite signal. */
  #killHung(call: string): void {
    this.#hung = call;
    if (this.#child?.pid !== undefined) process.kill(this.#child.pid, 'SIGKILL');
  }

  #ended(child: UtilityProcess, code: number): void {
    if (this.#child !== child) return;
    this.#child = null;
    this.#ready = false;
    const sentence = this.#whyEnded(code);
    this.#caller.failAll(this.#gone(sentence).problem);
    if (!this.#stopped) this.#restart(sentence);
  }

  #whyEnded(code: number): string {
    if (this.#stopped) return `The ${this.name} has been stopped.`;
    const why = this.#hung ? `took too long over "${this.#hung}"` : `ended unexpectedly (code ${code})`;
    this.#hung = '';
    return `The ${this.name} ${why} and was started again; please repeat what you asked for.`;
  }

  #restart(sentence: string): void {
    const now = Date.now();
    this.#deaths.push(now);
    const recent = this.#deaths.filter((time) => now - time < 60_000).length;
    if (recent > restartsAllowedPerMinute) {
      this.onState('failed', `The ${this.name} keeps ending; restart the application.`);
      return;
    }
    this.start();
    this.#restarted = true;
    this.onState('restarted', sentence);
  }

  #gone(message: string): CallFailed {
    return new CallFailed({ kind: 'process', message });
  }
}
