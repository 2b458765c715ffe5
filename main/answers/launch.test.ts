import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLaunch } from './launch';

const app = resolve('/opt/sightline');
const cwd = resolve('/data');
const read = (...args: string[]) => readLaunch(args, app, cwd);

describe('readLaunch', () => {
  it('passes over the switches of Chromium and the application folder', () => {
    expect(read('--inspect=0', '--remote-debugging-port=0', '--no-sandbox', app, 'a.dcm', '/b')).toEqual({
      paths: [resolve(cwd, 'a.dcm'), resolve('/b')],
      demo: false,
      tour: '',
    });
  });

  it('opens nothing by itself', () => {
    expect(read(app)).toEqual({ paths: [], demo: false, tour: '' });
  });

  it('reads the demonstration and the tour', () => {
    expect(read(app, '--demo', '--tour', 'out')).toEqual({
      paths: [],
      demo: true,
      tour: resolve(cwd, 'out'),
    });
    expect(read('--tour=/x', '--demo').tour).toBe(resolve('/x'));
  });

  it('does not take a second mention of the application folder for itself', () => {
    expect(read(app, app).paths).toEqual([app]);
  });
});
