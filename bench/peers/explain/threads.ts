/** Threads of every framework that is compared; read by TensorFlow when it is first loaded. */
export const THREADS = 2;

/** Holds our own TensorFlow to as many threads as the peers; before it is loaded. */
export function limitThreads(): void {
  process.env['TF_NUM_INTRAOP_THREADS'] = String(THREADS);
  process.env['TF_NUM_INTEROP_THREADS'] = String(THREADS);
}
