import { createContext } from 'preact';

/** What a form must send back to prove that it comes from a page of ours; put there by whoever draws the page. */
export const FormToken = createContext('');
