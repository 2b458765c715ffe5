import { isClose } from './close';
import { feed, repeated } from './feeds';
import { manyInputs, type PassPlan, type Plan } from './plan';
import type { Session } from './session';
import { type Target, targetOf } from './target';

/** One of the two passes of a plan, and what is known of its layers. */
export class Pass {
  readonly #targets = new Map<string, Target | null>();

  constructor(
    private readonly plan: Plan,
    readonly nodes: PassPlan,
  ) {}

  /** A layer that the graph has, with its gradient where that is needed; null where it has not. */
  target(name: string, needsGradient = false): Target | null {
    if (!this.#targets.has(name)) this.#targets.set(name, targetOf(this.plan, this.nodes, name));
    const target = this.#targets.get(name)!;
    return target && needsGradient && !target.plan.gradient ? null : target;
  }
}

/** An input whose logits are known. */
export interface Trial {
  readonly input: Float32Array;
  readonly logits: Float32Array;
}

/** The passes of a plan, each with its weights made ready when it is first asked for. */
export class PassChoice {
  readonly #few: Pass;
  readonly #many: Pass;
  readonly #ready = new Set<Pass>();
  #manyAgrees: boolean | null = null;

  /** @param trial what the pass for many has to answer as well */
  constructor(
    private readonly plan: Plan,
    private readonly session: Session,
    private readonly trial: Trial,
  ) {
    this.#few = new Pass(plan, plan.few);
    this.#many = plan.many === plan.few ? this.#few : new Pass(plan, plan.many);
  }

  /** The pass for one input or a few. */
  get few(): Pass {
    // In any case: the pass for many uses what this one derives, too.
    return this.#madeReady(this.#few);
  }

  /** The pass that is the faster for so many inputs. */
  of(count: number): Pass {
    const { few } = this;
    if (count < manyInputs || this.#many === few) return few;
    this.#manyAgrees ??= this.#agrees(this.#madeReady(this.#many));
    return this.#manyAgrees ? this.#many : few;
  }

  #madeReady(pass: Pass): Pass {
    const { ready } = pass.nodes;
    if (ready && !this.#ready.has(pass)) this.session.run([], [ready]);
    this.#ready.add(pass);
    return pass;
  }

  #agrees({ nodes }: Pass): boolean {
    const { input, emitter } = this.plan;
    const inputs = repeated(this.trial.input, manyInputs);
    const [logits] = this.session.run([feed(input, inputs)], [emitter.fetched(nodes.logits)]);
    return isClose(logits!, repeated(this.trial.logits, manyInputs));
  }
}
