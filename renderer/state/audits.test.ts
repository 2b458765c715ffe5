import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Explanation } from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { Audits } from './audits.svelte';

const explanation = { id: 'e' } as Explanation;
const wish = { explanation, regions: [], threshold: 0.2 };

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => (queueMicrotask(work), 1));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

describe('the audit on screen', () => {
  it('is current only once it is of the marks that are shown', async () => {
    const second = deferred<unknown>();
    const answers = [Promise.resolve({ explanationId: 'e', threshold: 0.2 }), second.promise];
    fakeBridge({ audit: () => answers.shift() });
    const audits = new Audits();
    audits.want(wish);
    await vi.waitFor(() => expect(audits.current).not.toBeNull());
    audits.want({ ...wish, threshold: 0.5 });
    expect(audits.audit).not.toBeNull();
    expect(audits.current).toBeNull();
    second.resolve({ explanationId: 'e', threshold: 0.5 });
    await vi.waitFor(() => expect(audits.current?.threshold).toBe(0.5));
  });

  it('is no longer current when the engine has lost the map', async () => {
    fakeBridge({ audit: () => ({ explanationId: 'e' }) });
    const audits = new Audits();
    audits.want(wish);
    await vi.waitFor(() => expect(audits.current).not.toBeNull());
    audits.cannot();
    expect(audits.audit).not.toBeNull();
    expect(audits.current).toBeNull();
  });
});
