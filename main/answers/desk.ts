import type { EventName, Events } from '../../preload/contract';
import type { ReportContent, ReportFormat } from '../../preload/vocabulary';
import type { EngineCalls } from '../engine/calls';
import type { CallOptions } from '../process/caller';
import type { CallTable } from '../process/protocol';
import type { ReaderCalls } from '../reader/calls';
import type { Store } from '../store/store';
import type { Launch } from './launch';
import type { Places } from './places';
import type { Requests } from './requests';

/** A process as the answers see it. */
export interface Process<Table extends CallTable> {
  call<Name extends keyof Table & string>(
    name: Name,
    argument: Table[Name]['argument'],
    options?: Omit<CallOptions, 'onPart'> & { readonly onPart?: (part: Table[Name]['part']) => void },
  ): Promise<Table[Name]['answer']>;
}

/** What a person is asked with the system's dialogs; null or an empty list when they closed it. */
export interface Dialogs {
  chooseFiles(): Promise<readonly string[]>;
  chooseFolder(title: string): Promise<string | null>;
  choosePlace(suggestedName: string, format: ReportFormat): Promise<string | null>;
  reveal(path: string): void;
}

/** The end of a guided tour. */
export interface Curtain {
  /** PNG of the window after its next paint. */
  picture(): Promise<Buffer>;
  exit(code: number): void;
  say(line: string): void;
}

/** Everything that answering the window needs, within reach and replaceable in a test. */
export interface Desk {
  readonly store: Store;
  readonly reader: Process<ReaderCalls>;
  readonly engine: Process<EngineCalls>;
  readonly writeReport: (format: ReportFormat, path: string, content: ReportContent) => Promise<void>;
  readonly requests: Requests;
  readonly dialogs: Dialogs;
  readonly curtain: Curtain;
  readonly launch: Launch;
  readonly places: Places;
  readonly versions: Readonly<Record<string, string>>;
  announce<Name extends EventName>(name: Name, event: Events[Name]): void;
  /** Announces the present state of the processes again, for a window that has just come up. */
  announceStates(): void;
}
