import { dependencies, version } from '../../package.json';

/** The software that a result depends on, for the screen and the report. */
export function versions(): Record<string, string> {
  const { electron, chrome, node } = process.versions;
  return {
    Sightline: version,
    ...(electron ? { Electron: electron } : {}),
    ...(chrome ? { Chrome: chrome } : {}),
    'Node.js': node,
    'TensorFlow.js': dependencies['@tensorflow/tfjs-node'],
  };
}
