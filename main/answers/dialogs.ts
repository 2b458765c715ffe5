import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron';
import type { ReportFormat } from '../../preload/vocabulary';
import type { Dialogs } from './desk';

const formatNames: Readonly<Record<ReportFormat, string>> = {
  pdf: 'PDF document',
  html: 'Web page',
  json: 'JSON data',
};

/** The system's own dialogs, over the window. */
export function systemDialogs(window: BrowserWindow): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
    return canceled ? [] : filePaths;
  };
  return {
    chooseFiles: () => open({ title: 'Open images', properties: ['openFile', 'multiSelections'] }),
    chooseFolder: async (title) => (await open({ title, properties: ['openDirectory'] }))[0] ?? null,
    choosePlace: async (defaultPath, format) => {
      const filters = [{ name: formatNames[format], extensions: [format] }];
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, filters });
      return canceled || !filePath ? null : filePath;
    },
    reveal: (path) => shell.showItemInFolder(path),
  };
}
