import type {
  Agreement,
  Audit,
  ClassMap,
  ClassMapsQuestion,
  Explanation,
  ExplainRequest,
  LoadedModel,
  MethodSummary,
  ModelSummary,
  Region,
  Slice,
  SliceAnswer,
} from '../../preload/vocabulary';

/** What the engine process answers. */
export type EngineCalls = {
  /** Reads the cards of model folders; a folder that cannot be used comes back with its problem. */
  models: { argument: { folders: readonly string[] }; answer: readonly ModelSummary[]; part: never };
  load: { argument: { id: string }; answer: LoadedModel; part: never };
  methods: { argument: null; answer: readonly MethodSummary[]; part: never };
  /** Loads the model where it is not loaded yet. The map is kept for audits under its id. */
  explain: { argument: ExplainRequest; answer: Explanation; part: never };
  /** Audits a kept map; only regions of the map's own slice count. */
  audit: {
    argument: { explanationId: string; regions: readonly Region[]; threshold: number };
    answer: Audit;
    part: never;
  };
  /**
   * Explains slices of one class; the maps are kept for mapOf and audits under their ids. Parts are what was made since
   * the last part; the answer is all of it.
   */
  explainSeries: {
    argument: { request: Omit<ExplainRequest, 'slice'>; slices: readonly Slice[] };
    answer: readonly SliceAnswer[];
    part: readonly SliceAnswer[];
  };
  /** A kept explanation with its map; null where it is no longer kept. */
  mapOf: { argument: { explanationId: string }; answer: Explanation | null; part: never };
  classMaps: {
    argument: { question: ClassMapsQuestion; slice: Slice };
    answer: readonly ClassMap[];
    part: never;
  };
  /** How far kept maps of one slice agree, pair by pair. */
  agreement: { argument: { explanationIds: readonly string[] }; answer: Agreement; part: never };
};
