import { createContext } from 'svelte';
import type { Review } from './review.svelte';

/** The review of the window, for every component under App. */
export const [useReview, provideReview] = createContext<Review>();
