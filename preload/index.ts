import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, callNames, channelOf, eventNames } from './contract';

const calls = Object.fromEntries(
  callNames.map((name) => [name, (argument: unknown) => ipcRenderer.invoke(channelOf(name), argument)]),
) as Bridge['calls'];

const on: Bridge['on'] = (name, listener) => {
  if (!eventNames.includes(name)) throw new Error(`There is no event named ${name}.`);
  const forward = (_event: unknown, value: unknown): void =>
    listener(value as Parameters<typeof listener>[0]);
  ipcRenderer.on(channelOf(name), forward);
  return () => ipcRenderer.off(channelOf(name), forward);
};

const bridge: Bridge = { calls, on, pathOf: (file) => webUtils.getPathForFile(file) };
contextBridge.exposeInMainWorld('sightline', bridge);
