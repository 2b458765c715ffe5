import { describe, expect, it } from 'vitest';
import type { ClassMap, MethodSummary } from '../../preload/vocabulary';
import { deferred, fakeBridge } from '../testing/fake-bridge';
import { ClassMaps, type ClassMapsWish, whyNoClassMaps } from './class-maps.svelte';

const wishOf = (frame: number, layer = ''): ClassMapsWish => ({
  path: '/a.dcm',
  of: { sopInstanceUid: '1.2', frame },
  question: { modelId: '/m', method: 'grad-cam', parameters: {}, layer, classes: [0, 1] },
});
const mapsOf = (...peaks: number[]): readonly ClassMap[] =>
  peaks.map((peak, classIndex) => ({
    ...{ classIndex, label: `${classIndex}`, logit: 0, probability: 0.5 },
    ...{ grid: [1, 1], gridMap: Float32Array.of(peak), peak },
  }));

describe('the maps of all classes', () => {
  it('are asked for once a wish, and share the scale of the highest', async () => {
    const maps = mapsOf(0, 3, 2);
    const { asked } = fakeBridge({ classMaps: () => maps });
    const classMaps = new ClassMaps();
    await classMaps.want(wishOf(1));
    await classMaps.want(wishOf(1));
    expect(asked).toEqual([
      { name: 'classMaps', argument: { requestId: expect.any(String) as string, ...wishOf(1) } },
    ]);
    expect(classMaps.maps).toBe(maps);
    expect(classMaps.peak).toBe(3);
    expect([classMaps.of(2), classMaps.of(7)]).toEqual([maps[2], null]);
  });

  it('go with their slice, and come for another question', async () => {
    const { asked } = fakeBridge({ classMaps: () => mapsOf(1) });
    const classMaps = new ClassMaps();
    await classMaps.want(wishOf(1));
    const next = classMaps.want(wishOf(1, 'early'));
    expect([classMaps.maps, classMaps.peak]).toEqual([[], 0]);
    await next;
    expect(classMaps.maps).toHaveLength(1);
    await classMaps.want(null);
    expect(classMaps.maps).toEqual([]);
    expect(asked.map(({ name }) => name)).toEqual(['classMaps', 'classMaps']);
  });

  it('are those of the last wish, whichever is answered last', async () => {
    const answers = [deferred<readonly ClassMap[]>(), deferred<readonly ClassMap[]>()];
    let calls = 0;
    const { asked } = fakeBridge({ classMaps: () => answers[calls++]!.promise });
    const classMaps = new ClassMaps();
    const both = [classMaps.want(wishOf(1)), classMaps.want(wishOf(2))];
    const [first] = asked;
    expect(asked[1]).toEqual({
      name: 'cancel',
      argument: { requestId: (first!.argument as { requestId: string }).requestId },
    });
    answers[1]!.resolve(mapsOf(2));
    answers[0]!.resolve(mapsOf(1));
    await Promise.all(both);
    expect(classMaps.peak).toBe(2);
  });

  it('say why there are none, until the next wish', async () => {
    let fails = true;
    fakeBridge({
      classMaps: () => {
        if (fails) throw new Error('The layer has no gradient.');
        return mapsOf(1);
      },
    });
    const classMaps = new ClassMaps();
    await classMaps.want(wishOf(1));
    expect([classMaps.failure, classMaps.maps]).toEqual(['The layer has no gradient.', []]);
    fails = false;
    await classMaps.want(wishOf(2));
    expect([classMaps.failure, classMaps.peak]).toEqual(['', 1]);
  });
});

describe('why there are no maps of all classes', () => {
  const cam = { needs: 'layer-gradient', name: 'Grad-CAM' } as MethodSummary;

  it('is the method, the model or the layers', () => {
    const lime = { needs: 'scores', name: 'LIME' } as MethodSummary;
    expect(whyNoClassMaps(lime, [], '')).toMatch(/^LIME explains one class at a time/);
    expect(whyNoClassMaps(cam, [], 'It is no CNN.')).toBe('It is no CNN.');
    expect(whyNoClassMaps(cam, ['a', 'b'], '')).toMatch(/of one layer/);
    expect([whyNoClassMaps(cam, [], ''), whyNoClassMaps(cam, ['a'], '')]).toEqual(['', '']);
  });
});
