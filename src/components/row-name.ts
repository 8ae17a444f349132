/** So many characters of an institution's name stand in the one line beside what a row of a list says; its kind is another. */
const inOneLine = 10;

/** Whether a name is too long to stand beside the text of a row, and stands beside the whole row. */
export const isLongName = (name: string): boolean => name.length > inOneLine;
