import type { MethodParameters } from '../../preload/vocabulary';
import type { Probe } from '../../main/explain/probe';
import type { FileArray } from '../peers/explain/question';

/** What our side did, for a peer to do the same. */
export interface Done {
  /** All parameters of the method. */
  readonly parameters: MethodParameters;
  /** x, rows × columns × channels. */
  readonly input: Float32Array;
  readonly inputShape: readonly [number, number, number];
  /** Smallest and largest value that preparation can give, for each channel. */
  readonly range: Probe['range'];
  /** The inputs that the model was run on, and those at which it was differentiated, one after the other. */
  readonly ran: Float32Array;
  readonly differentiated: Float32Array;
  /** Puts an array where the peer can read it. */
  place(name: string, values: Float32Array, shape: readonly number[]): Promise<FileArray>;
}

/** A method that we and a peer both have: a line in the list. */
export interface Comparison {
  /** Id of our method. */
  readonly method: string;
  /** Those that are not the defaults, chosen to be the peer's. */
  readonly parameters?: MethodParameters;
  readonly framework: 'torch' | 'keras';
  /** A package; or, where none takes what we give, the paper's equation written again beside PyTorch's network. */
  readonly peer: 'grad-cam' | 'torchcam' | 'captum' | 'tf-keras-vis' | 'own reference';
  /** The peer's name for it. */
  readonly name: string;
  /** What the peer is given so that both see the same. */
  given?(done: Done): Promise<Readonly<Record<string, FileArray | number | string>>>;
  /** What was made the same, where the peer's own way deviates. */
  readonly note?: string;
  /** In what the peer's definition is another than the paper's, so that no agreement is to be expected. */
  readonly deviates?: string;
  /** Whether the sign of the peer's map is chance. */
  readonly signless?: boolean;
}
