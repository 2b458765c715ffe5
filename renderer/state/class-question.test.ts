import { describe, expect, it } from 'vitest';
import { withAgainst, withClass } from './class-question';

describe('the question about classes', () => {
  it('takes no class away from itself', () => {
    expect(withClass({ classIndex: 0, against: 1 }, 1)).toEqual({ classIndex: 1, against: null });
    expect(withClass({ classIndex: 0, against: 1 }, 2)).toEqual({ classIndex: 2, against: 1 });
    expect(withAgainst({ classIndex: 1, against: null }, 1, 1)).toEqual({ classIndex: 1, against: null });
    expect(withAgainst({ classIndex: 'top', against: null }, 1, 1)).toEqual({ classIndex: 1, against: null });
  });

  it('names the class that is explained once another is taken away from it', () => {
    const top = { classIndex: 'top', against: null } as const;
    expect(withAgainst(top, 2, 0)).toEqual({ classIndex: 2, against: 0 });
    expect(withAgainst(top, null, 0)).toEqual({ classIndex: 'top', against: 0 });
    expect(withAgainst({ ...top, against: 0 }, 2, null)).toEqual(top);
  });
});
