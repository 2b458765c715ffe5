import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, session } from 'electron';
import { channelOf, type EventName, type Events } from '../preload/contract';
import { answersOf } from './answers';
import { Announcer } from './answers/announcer';
import { bindAnswers } from './answers/bind';
import { curtainOf } from './answers/curtain';
import { systemDialogs } from './answers/dialogs';
import { readLaunch } from './answers/launch';
import { placesIn } from './answers/places';
import { reportWriter } from './answers/report-writer';
import { Requests } from './answers/requests';
import { versions } from './answers/versions';
import type { EngineCalls } from './engine/calls';
import { messageOf } from './process/errors';
import { ProcessHost } from './process/host';
import type { ReaderCalls } from './reader/calls';
import { openStore, type Store } from './store/store';
import { openWindow, tell } from './window';
import { setMenu } from './window/menu';
import { lockNavigation, lockSession } from './window/policy';
import { origin, registerScheme, serveScheme } from './window/scheme';

useProfile();
registerScheme();
lockNavigation();
if (app.requestSingleInstanceLock()) app.whenReady().then(begin).catch(giveUp);
else app.quit();

/** Another profile than the person's own, for tests and benchmarks. */
function useProfile(): void {
  const folder = process.env['SIGHTLINE_USER_DATA'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', resolve(folder));
}

/** The rooms, one after the other. */
function begin(): void {
  const places = placesIn(app.getAppPath(), assetsFolder());
  const launch = readLaunch(process.argv.slice(1), app.getAppPath(), process.cwd());
  const store = openStore(app.getPath('userData'));
  const { announce, announceStates, stateOf } = new Announcer(toEveryWindow);
  const reader = new ProcessHost<ReaderCalls>('reader', places.reader, stateOf('reader'));
  const engine = new ProcessHost<EngineCalls>('engine', places.engine, stateOf('engine'));
  const requests = new Requests();

  setMenu();
  lockSession(session.defaultSession);
  serveScheme(places.renderer);
  const window = openWindow(store.settings, places.preload);
  const answers = answersOf({
    ...{ store, reader, engine, requests, launch, places, announce, announceStates },
    writeReport: reportWriter(places.report),
    dialogs: systemDialogs(window),
    curtain: curtainOf(window),
    versions: versions(),
  });
  bindAnswers(ipcMain, answers, origin);
  window.webContents.on('did-start-loading', () => requests.cancelAll());
  hearFurtherLaunches(window, announce);
  endWith([reader, engine], store);
  reader.start();
  engine.start();
  tell(window, store.notice);
}

/** Models and demonstration material lie beside the archive when packaged, for they are read by other processes. */
function assetsFolder(): string {
  return join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'assets');
}

function toEveryWindow<Name extends EventName>(name: Name, event: Events[Name]): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(channelOf(name), event);
}

/** Files named in a second start, or dropped on the application's icon, go to the window that is there. */
function hearFurtherLaunches(window: BrowserWindow, announce: Announcer['announce']): void {
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const { paths } = readLaunch(argv.slice(1), app.getAppPath(), workingDirectory);
    if (window.isMinimized()) window.restore();
    window.focus();
    if (paths.length > 0) announce('openPaths', { paths });
  });
  app.on('open-file', (_event, path) => announce('openPaths', { paths: [path] }));
}

function endWith(processes: readonly { stop(): void }[], store: Store): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    for (const each of processes) each.stop();
    store.close();
  });
}

/** The application cannot begin at all: one sentence, and out. */
function giveUp(thrown: unknown): void {
  dialog.showErrorBox('Sightline cannot start', messageOf(thrown));
  app.exit(2);
}
