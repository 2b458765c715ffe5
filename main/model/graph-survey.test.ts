import { describe, expect, it } from 'vitest';
import type { GraphNode } from './graph-nodes';
import { surveyGraph } from './graph-survey';

const node = (name: string, op: string, ...inputs: GraphNode[]): GraphNode => ({
  name,
  op,
  inputs,
  attrParams: {},
});

describe('the survey of a graph', () => {
  it.each(['DepthwiseConv2dNative', 'FusedDepthwiseConv2dNative', '_FusedConv2D'])(
    'finds rows and columns again at a %s behind a reshape',
    (op) => {
      const input = node('input', 'Placeholder');
      const reshape = node('reshape', 'Reshape', input);
      const conv = node('conv', op, reshape);
      const shapes = [
        [1, 64],
        [1, 8, 8, 1],
        [1, 4, 4, 2],
      ];
      const { layers } = surveyGraph([input, reshape, conv], shapes, input);
      expect(layers).toEqual([{ name: 'conv', kind: op, rows: 4, columns: 4, channels: 2 }]);
    },
  );
});
