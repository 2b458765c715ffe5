import type {
  LoadedModel,
  MethodParameter,
  MethodParameters,
  MethodSummary,
  ModelSummary,
  Question,
} from '../../preload/vocabulary';
import { ask, newRequestId } from '../ask';
import type { Problems } from './problems.svelte';

/** The first usable model for a modality, else one that names no modality; null where there is neither. */
export function bestModel(models: readonly ModelSummary[], modality: string): ModelSummary | null {
  const usable = models.filter(({ problem }) => !problem);
  const made = usable.find(({ modalities }) => modalities.includes(modality));
  return made ?? usable.find(({ modalities }) => modalities.length === 0) ?? null;
}

/** The models and methods on offer, the loaded model, and what is to be explained. */
export class Models {
  models = $state.raw<readonly ModelSummary[]>([]);
  methods = $state.raw<readonly MethodSummary[]>([]);
  loaded = $state.raw<LoadedModel | null>(null);
  /** Id of the chosen model, or ''. */
  chosen = $state('');
  /** What the reviewer chose while looking at a modality: it comes back with the modality, and rules no other. */
  #choices: Readonly<Record<string, string>> = {};
  /** Modality of the series that is looked at. */
  #modality = '';
  /** Id of the model that is being loaded, or ''. */
  loading = $state('');
  /** What is known of how far the loading is. */
  note = $state('');
  #request = '';
  method = $state('');
  /** The method that the reviewer chose: it comes back with a model that allows it. */
  #own = '';
  /** Which method was chosen in place of which, and why, in plain words; '' where the reviewer's own stays. */
  instead = $state('');
  /** Target layers; none means the model's own. */
  layers = $state.raw<readonly string[]>([]);
  /** Class to explain, or 'top'. */
  classIndex = $state<number | 'top'>('top');
  /** Class whose logit is taken away, or null. */
  against = $state<number | null>(null);
  /** By method: the parameters that the reviewer changed. */
  parameters = $state.raw<Readonly<Record<string, MethodParameters>>>({});

  constructor(private readonly problems: Problems) {}

  /** What is asked of the model, and how. */
  get question(): Question {
    const { method, classIndex, against } = this;
    const layers = this.summary?.place === 'input' ? [] : this.layers;
    return { method, classIndex, against, layers, parameters: this.parameters[method] ?? {} };
  }

  /** The chosen method. */
  get summary(): MethodSummary | undefined {
    return this.methods.find(({ id }) => id === this.method);
  }

  /** Why a method cannot be asked of the loaded model, in plain words; '' where it can. */
  problemOf({ needs }: MethodSummary): string {
    return this.loaded?.problems[needs] ?? '';
  }

  /** Takes the reviewer's choice of a method; one that the loaded model does not allow is not taken. */
  chooseMethod(id: string): void {
    const chosen = this.methods.find((method) => method.id === id);
    if (!chosen || this.problemOf(chosen)) return;
    this.method = this.#own = id;
    this.instead = '';
  }

  /** Value of a parameter of the chosen method: what the reviewer set, else the default. */
  valueOf(parameter: MethodParameter): number | string {
    return this.parameters[this.method]?.[parameter.id] ?? parameter.default;
  }

  /** Sets a parameter of the chosen method; one that is set to its default counts as unchanged. */
  setParameter(parameter: MethodParameter, value: number | string): void {
    const others = Object.entries(this.parameters[this.method] ?? {}).filter(([id]) => id !== parameter.id);
    const changed = value === parameter.default ? others : [...others, [parameter.id, value] as const];
    this.parameters = { ...this.parameters, [this.method]: Object.fromEntries(changed) };
  }

  /** Sets all parameters of the chosen method back to their defaults. */
  resetParameters(): void {
    this.parameters = { ...this.parameters, [this.method]: {} };
  }

  /** Takes the reviewer's method, else the first that explains the loaded model where it cannot be asked of it. */
  #fit(): void {
    this.method = this.#own;
    this.instead = '';
    const { summary } = this;
    const problem = summary ? this.problemOf(summary) : '';
    if (!problem) return;
    const possible = this.methods.find((method) => method.family !== 'control' && !this.problemOf(method));
    if (possible) this.method = possible.id;
    if (possible) this.instead = `${possible.name} was chosen instead of ${summary!.name}. ${problem}`;
  }

  async list(): Promise<void> {
    try {
      [this.models, this.methods] = await Promise.all([ask('listModels', null), ask('listMethods', null)]);
      this.method ||= this.#own = this.methods[0]?.id ?? '';
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }

  /** The reviewer's own choice for a modality, else the model at hand if it reads it, else the best for it. */
  async preselect(modality: string): Promise<void> {
    this.#modality = modality;
    const now = this.models.find(({ id }) => id === this.chosen);
    const reads = now && (now.modalities.includes(modality) || now.modalities.length === 0);
    const wanted = this.#choices[modality] ?? (reads ? now.id : bestModel(this.models, modality)?.id) ?? '';
    if (wanted && wanted !== this.chosen) await this.load(wanted);
  }

  async choose(id: string): Promise<void> {
    this.#choices = { ...this.#choices, [this.#modality]: id };
    await this.load(id);
  }

  /** Loads a model; a later choice overtakes an earlier one. True when this one is loaded in the end. */
  async load(id: string): Promise<boolean> {
    const requestId = newRequestId();
    this.#request = requestId;
    this.chosen = this.loading = id;
    this.#clear();
    try {
      const loaded = await ask('loadModel', { id, requestId });
      if (this.#request === requestId) this.#take(loaded);
      return this.loaded?.id === id;
    } catch (thrown) {
      this.problems.report(thrown);
      return false;
    } finally {
      if (this.#request === requestId) this.loading = this.note = '';
    }
  }

  /** What was asked of the model before means nothing to another. */
  #clear(): void {
    this.loaded = null;
    this.layers = [];
    this.classIndex = 'top';
    this.against = null;
  }

  #take(loaded: LoadedModel): void {
    this.loaded = loaded;
    this.#fit();
  }

  progress(requestId: string, note: string): void {
    if (requestId === this.#request) this.note = note;
  }

  /** Adds a model folder and loads it. */
  async add(): Promise<void> {
    try {
      const added = await ask('addModel', null);
      if (!added) return;
      this.models = [...this.models.filter(({ id }) => id !== added.id), added];
      if (added.problem) this.problems.tell(`${added.name}: ${added.problem}`);
      else await this.choose(added.id);
    } catch (thrown) {
      this.problems.report(thrown);
    }
  }
}
