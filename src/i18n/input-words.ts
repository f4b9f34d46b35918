/** What an input is called, what helps to fill it in, and how it is asked for when it is missing. */
export interface InputWords {
  readonly label: string;
  readonly hint: string;
  readonly question: string;
}

/** The words of one input. */
export const input = (label: string, hint: string, question: string): InputWords => ({ label, hint, question });
