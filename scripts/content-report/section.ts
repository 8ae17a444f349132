/** One question that is asked of the content, with a line for each thing that a person should look at; none where all is as expected. */
export type Section = { title: string; lines: readonly string[] };
