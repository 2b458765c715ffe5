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
  SliceTold,
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
   * Explains slices of one class; the maps are kept for mapOf and audits under their ids. Parts are what became known
   * since the last part, slices that the model refuses among it; the answer is all that was explained. answeredBefore:
   * other slices were explained by the same question, so a refusal of all of these is not the question's fault.
   */
  explainSeries: {
    argument: {
      request: Omit<ExplainRequest, 'slice'>;
      slices: readonly Slice[];
      answeredBefore?: boolean | undefined;
    };
    answer: readonly SliceAnswer[];
    part: readonly SliceTold[];
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
