/**
 * The prediction of a sample from its neighbours (ITU-T T.81 table H.1).
 * @param selection 1 to 7
 * @param left Ra, @param above Rb, @param aboveLeft Rc
 */
export function predicted(selection: number, left: number, above: number, aboveLeft: number): number {
  switch (selection) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return aboveLeft;
    case 4:
      return left + above - aboveLeft;
    case 5:
      return left + ((above - aboveLeft) >> 1);
    case 6:
      return above + ((left - aboveLeft) >> 1);
    default:
      return (left + above) >> 1;
  }
}
