import type { TargetLayer } from '../../preload/vocabulary';
import type { NamedLayer } from './layers-walk';
import type { Tensor } from './tensorflow';

/** Layers that weight positions by what lies at other positions. Dot multiplies two outcomes, as queries and keys. */
const attention = new Set(['MultiHeadAttention', 'Attention', 'AdditiveAttention', 'Dot']);
/** Their rank 4 need not be rows × columns × channels. */
const rearranging = new Set(['Reshape', 'Permute']);

/** What passes tell of a network's layers: which hold rows and columns. A layer used twice has no single map: left out. */
export class LayersSurvey {
  readonly #found = new Map<string, TargetLayer>();
  readonly #calls = new Map<string, number>();
  mixing = '';

  get layers(): readonly TargetLayer[] {
    return [...this.#found.values()].filter(({ name }) => this.#calls.get(name) === 1);
  }

  /** Takes note of what a layer gave; whether it has rows and columns. */
  note({ name, layer }: NamedLayer, { rank, shape }: Tensor): boolean {
    this.#calls.set(name, (this.#calls.get(name) ?? 0) + 1);
    const kind = layer.getClassName();
    if (attention.has(kind)) this.mixing = name;
    const [, rows, columns, channels] = shape;
    if (rearranging.has(kind) || rank !== 4 || rows! < 2 || columns! < 2) return false;
    this.#found.set(name, { name, kind, rows: rows!, columns: columns!, channels: channels! });
    this.mixing = '';
    return true;
  }
}
