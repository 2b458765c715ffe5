import type { Text } from './text';
import type {
  Agreement,
  Audit,
  ClassMap,
  ClassMapsQuestion,
  Explanation,
  ExplainRequest,
  ImportedObject,
  Instance,
  LoadedModel,
  Measurement,
  MethodSummary,
  ModelSummary,
  Problem,
  ProcessState,
  Progress,
  Region,
  ReportContent,
  ReportFormat,
  Series,
  SeriesPart,
  SeriesPlace,
  Slice,
  SliceReference,
  Study,
  Unreadable,
} from './vocabulary';

/** A part of what opening files has found: what is new since it was told last. */
export interface Opened {
  readonly studies: readonly Study[];
  readonly unreadable: readonly Unreadable[];
  /** Files looked at so far. */
  readonly files: number;
}

/** A series without its images: their SOP instance UIDs in reading order, a line each, as one text crosses fast. */
export type SeriesOutline = Omit<Series, 'instances'> & { readonly instanceUids: string };

/** How a study lies that was told part by part. */
export type StudyOutline = Omit<Study, 'series'> & { readonly series: readonly SeriesOutline[] };

/** The end of an opening. */
export interface OpenedAll {
  readonly studies: readonly StudyOutline[];
  /** How many parts were told: events and answers cross by different ways, and the last part may come after this. */
  readonly parts: number;
  readonly files: number;
}

/** What a reviewer has made of a study; kept on disk from the moment it is made. */
export interface Review {
  readonly regions: readonly Region[];
  readonly measurements: readonly Measurement[];
  readonly comment: string;
}

/** What became different in a list of marks: thousands of others need not be written again. */
export interface Change<Mark> {
  /** New ones, which come to the end of the list, and others in the place of their former selves. */
  readonly put: readonly Mark[];
  /** Ids of those that are gone. */
  readonly removed: readonly string[];
  /** Ids of all that are left, in order, where that is not the order that comes of the above; else null. */
  readonly order: readonly string[] | null;
}

/** What the window should do when it has come up. */
export interface Start {
  /** Paths to open at once (the demonstration study, or files named on the command line). */
  readonly paths: readonly string[];
  /** Folder of a guided tour's output, or ''. */
  readonly tour: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Calls of the window to the application: name → [argument, answer]. A requestId makes a call cancellable. */
export interface Calls {
  start: [null, Start];
  /**
   * Opens paths, or asks for them with the system's dialog; null when the dialog was cancelled. What is found comes as
   * events `opened`, in parts.
   */
  open: [
    {
      requestId: string;
      from: { paths: readonly string[] } | { dialog: 'files' | 'folder' } | 'demonstration';
    },
    OpenedAll | null,
  ];
  /** `ahead`: nobody looks at it yet; it may wait for what somebody looks at. */
  readSlice: [{ path: string; frame: number; ahead?: boolean | undefined; requestId: string }, Slice];
  /** Reads a segmentation, structure set, report or parametric map as regions and maps on the frames of images. */
  readObject: [
    { path: string; instances: Text<readonly Instance[]>; requestId: string },
    Omit<ImportedObject, 'regions'> & { readonly regions: Text<ImportedObject['regions']> },
  ];
  listModels: [null, readonly ModelSummary[]];
  /** Asks for a model folder with the system's dialog and remembers it; null when cancelled. */
  addModel: [null, ModelSummary | null];
  loadModel: [{ id: string; requestId: string }, LoadedModel];
  listMethods: [null, readonly MethodSummary[]];
  /** The frame is named, not sent: the reader still has the pixels it sent to the window. */
  explain: [
    { requestId: string; path: string; of: SliceReference; request: Omit<ExplainRequest, 'slice'> },
    Explanation,
  ];
  audit: [{ explanationId: string; regions: readonly Region[]; threshold: number }, Audit];
  /**
   * Explains all those frames, of one class; what is made is announced as seriesPart under the request's id, and stays
   * when the request is cancelled. The answer says how many were explained.
   */
  explainSeries: [
    { requestId: string; places: Text<readonly SeriesPlace[]>; request: Omit<ExplainRequest, 'slice'> },
    { explained: number },
  ];
  /** An explanation of a series with its map; null where it is no longer kept. */
  mapOf: [{ explanationId: string }, Explanation | null];
  /** The maps of several classes, or all, on a slice, from one forward pass. */
  classMaps: [
    { requestId: string; path: string; of: SliceReference; question: ClassMapsQuestion },
    readonly ClassMap[],
  ];
  /** How far maps of one slice agree, pair by pair. */
  agreement: [{ explanationIds: readonly string[] }, Agreement];
  cancel: [{ requestId: string }, null];
  loadReview: [{ studyInstanceUid: string }, Text<Review>];
  changeMeasurements: [{ studyInstanceUid: string; change: Text<Change<Measurement>> }, null];
  changeRegions: [{ studyInstanceUid: string; change: Text<Change<Region>> }, null];
  saveComment: [{ studyInstanceUid: string; comment: string }, null];
  /** Asks where to with the system's dialog unless path is given by a tour; null when cancelled. */
  exportReport: [{ format: ReportFormat; content: ReportContent }, { path: string } | null];
  /** Shows an exported file in the system's file manager. */
  revealFile: [{ path: string }, null];
  /** Ends a guided tour: writes the window's picture and quits with the exit code. */
  endTour: [{ ok: boolean; message: string }, null];
}

export type CallName = keyof Calls;
export type Argument<Name extends CallName> = Calls[Name][0];
export type Answer<Name extends CallName> = Calls[Name][1];

/** Every answer crosses the border as one of these, so that an error keeps its sentence. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Messages of the application to the window. */
export interface Events {
  progress: { requestId: string; progress: Progress };
  opened: { requestId: string; opened: Opened };
  seriesPart: { requestId: string; part: SeriesPart };
  engine: { state: ProcessState; message: string };
  reader: { state: ProcessState; message: string };
  /** A menu or command-line wish: what to open next. */
  openPaths: { paths: readonly string[] };
}

export type EventName = keyof Events;

/** The names as values, for the preload and the answers; the compiler holds them to the table above. */
export const callNames = [
  'start',
  'open',
  'readSlice',
  'readObject',
  'listModels',
  'addModel',
  'loadModel',
  'listMethods',
  'explain',
  'audit',
  'explainSeries',
  'mapOf',
  'classMaps',
  'agreement',
  'cancel',
  'loadReview',
  'changeMeasurements',
  'changeRegions',
  'saveComment',
  'exportReport',
  'revealFile',
  'endTour',
] as const satisfies readonly CallName[];

export const eventNames = [
  'progress',
  'opened',
  'seriesPart',
  'engine',
  'reader',
  'openPaths',
] as const satisfies readonly EventName[];

/** The channel of a call or an event on Electron's IPC. */
export const channelOf = (name: CallName | EventName): string => `sightline:${name}`;

/** What the preload puts on `window`. */
export type Bridge = {
  readonly calls: { readonly [Name in CallName]: (argument: Argument<Name>) => Promise<Reply<Answer<Name>>> };
  /** Listens to an event; the answer stops listening. */
  readonly on: <Name extends EventName>(name: Name, listener: (event: Events[Name]) => void) => () => void;
  /** The path on disk of a file that was dropped on the window. */
  readonly pathOf: (file: File) => string;
};
