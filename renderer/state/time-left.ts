/** Before so many ms a guess is worth nothing. */
const firstGuess = 2_000;

/** How long a run still takes, in words, when the rest goes as what is done went; '' before that can be said. */
export function timeLeft(elapsed: number, done: number, total: number): string {
  if (done === 0 || elapsed < firstGuess) return '';
  const seconds = ((elapsed / done) * (total - done)) / 1000;
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 55) return `about ${minutes === 1 ? 'a minute' : `${minutes} minutes`} left`;
  const hours = Math.max(1, Math.round(minutes / 60));
  return `about ${hours === 1 ? 'an hour' : `${hours} hours`} left`;
}
