/**
 * Area under the ROC curve as the Mann–Whitney statistic (Hanley and McNeil 1982): the chance that a positive
 * scores above a negative, ties counted half. NaN where one of the classes is absent.
 */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = Array.from(scores, (score, i) => ({ score, positive: labels[i] === 1 })).sort(
    (a, b) => a.score - b.score,
  );
  let wins = 0;
  let negatives = 0;
  for (let i = 0; i < order.length;) {
    let end = i;
    while (end < order.length && order[end]?.score === order[i]?.score) end++;
    const tied = order.slice(i, end);
    const positives = tied.filter((one) => one.positive).length;
    wins += positives * (negatives + (tied.length - positives) / 2);
    negatives += tied.length - positives;
    i = end;
  }
  return wins / (negatives * (order.length - negatives));
}
