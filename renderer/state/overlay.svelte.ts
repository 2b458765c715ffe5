import type { OverlaySettings, OverlayStyle } from '../../preload/vocabulary';

/** How the heat map is drawn; changing it redraws from the array at hand. */
export class Overlay {
  visible = $state(true);
  opacity = $state(0.55);
  threshold = $state(0.2);
  colourMap = $state('inferno');
  style = $state<OverlayStyle>('wash');
  readonly settings = $derived<OverlaySettings>({
    visible: this.visible,
    opacity: this.opacity,
    threshold: this.threshold,
    colourMap: this.colourMap,
    style: this.style,
  });

  /** Changes opacity or threshold by a step; both stay within 0..1. */
  step(which: 'opacity' | 'threshold', by: number): void {
    this[which] = Math.min(1, Math.max(0, Math.round((this[which] + by) * 100) / 100));
  }
}
